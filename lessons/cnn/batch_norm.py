"""배치 정규화: 채널마다 배치의 평균을 빼고 표준편차로 나눈다.

기호: x (N, C, H, W), μ와 σ²은 채널마다의 평균과 분산, x_hat은 정규화한 값이다.
이름, 인수, 기본값은 torch.nn.functional.batch_norm을 따른다.
출처: Ioffe, Szegedy (2015) 알고리즘 1과 2
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, nn
from lessons.arrays import real
from lessons.dl.tensor import Tensor
from lessons.nn.functional import tensor
from lessons.scalars import count, flag, number

# --8<-- [end:imports]


# --8<-- [start:normalize]
def over(x: Array) -> tuple[int, ...]:
    """채널만 남기고 모으는 축"""
    return (0, *range(2, x.ndim))


def along(a: Array, x: Array) -> Array:
    """채널마다의 값 (C,)를 x의 채널 축에 세운다."""
    return a.reshape(-1, *[1] * (x.ndim - 2))


def normalize(x: Array, mean: Array, var: Array, eps: float) -> tuple[Array, Array]:
    """채널마다 평균을 빼고 표준편차로 나눈다. 식 (6.5)

    반환: x와 같은 모양의 x_hat, 나눈 표준편차
    """
    sigma = along(np.sqrt(var + eps), x)
    return (x - along(mean, x)) / sigma, sigma
# --8<-- [end:normalize]


# --8<-- [start:gradients]
def gradients(
    dy: Array, x_hat: Array, sigma: Array, weight: Array, training: bool
) -> tuple[Array, Array, Array]:
    """dx, dweight, dbias. 식 (6.8)과 (6.9)"""
    n = dy.size / dy.shape[1]
    dbias = dy.sum(axis=over(dy))
    dweight = (dy * x_hat).sum(axis=over(dy))
    if training:  # 평균과 분산도 x를 따라 움직인다
        dy = dy - along(dbias / n, dy) - x_hat * along(dweight / n, dy)
    return along(weight, dy) / sigma * dy, dweight, dbias
# --8<-- [end:gradients]


# --8<-- [start:track]
def track(running: Array, new: Array, momentum: float) -> None:
    """이동 평균을 새 값 쪽으로 momentum만큼, 제자리에서 옮긴다. 식 (6.7)"""
    running += momentum * (new - running)


def statistics(
    x: Array, running_mean: Array | None, running_var: Array | None, momentum: float
) -> tuple[Array, Array]:
    """배치의 평균과 분산. 이동 평균이 있으면 함께 고친다.

    오류: 채널마다 값이 하나뿐이면 ValueError
    """
    n = x.size // max(x.shape[1], 1)
    if n < 2:
        raise ValueError(
            "x: 학습할 때는 채널마다 값이 둘 이상이어야 분산이 있다. "
            f"받은 모양: {x.shape}. 배치를 키우거나 training=False로 부른다."
        )
    mean, var = x.mean(axis=over(x)), x.var(axis=over(x))
    if running_mean is not None:
        track(running_mean, mean, momentum)
    if running_var is not None:
        track(running_var, var * n / (n - 1), momentum)  # 불편분산으로 남긴다
    return mean, var
# --8<-- [end:track]


# --8<-- [start:batch_norm]
def batch_norm(
    x: Tensor | ArrayLike,
    running_mean: Array | None,
    running_var: Array | None,
    weight: Tensor | ArrayLike | None = None,
    bias: Tensor | ArrayLike | None = None,
    training: bool = False,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    """학습에는 배치의, 추론에는 이동 평균의 통계로 정규화한다. 식 (6.6)

    x: (N, C, H, W)나 (N, C), 나머지는 (C,)
    학습하면 PyTorch처럼 running_mean과 running_var를 제자리에서 고친다
    오류: 모양이 다르거나, 추론인데 이동 평균이 없으면 ValueError
    """
    x = tensor("x", x, "N, C, H, W | N, C")
    C = x.shape[1]
    w = tensor("weight", np.ones(C) if weight is None else weight, "C", C=C)
    b = tensor("bias", np.zeros(C) if bias is None else bias, "C", C=C)
    training, momentum = flag("training", training), number("momentum", momentum, 0, 1)
    mean = kept("running_mean", running_mean, C, training)
    var = kept("running_var", running_var, C, training)
    if training:
        mean, var = statistics(x.data, mean, var, momentum)
    elif mean is None or var is None:
        raise ValueError("running_mean, running_var: 추론에는 둘 다 있어야 한다.")
    x_hat, sigma = normalize(x.data, mean, var, number("eps", eps, above=0))

    def backward(dy: Array) -> list[Array]:
        return [*gradients(dy, x_hat, sigma, w.data, training)]

    y = along(w.data, x_hat) * x_hat + along(b.data, x_hat)
    return Tensor.from_op(y, [x, w, b], backward)
# --8<-- [end:batch_norm]


# --8<-- [start:kept]
def kept(name: str, running: Array | None, C: int, training: bool) -> Array | None:
    """(C,) 배열. 학습할 때는 제자리에서 고칠 수 있어야 한다."""
    if running is None:
        return None
    array = real(name, running, "C", C=C)
    if not training:
        return array
    if array is not running or not array.flags.writeable:
        raise ValueError(
            f"{name}: 제자리에서 고치므로 float64 배열을 넣는다. "
            f"받은 것: {type(running).__name__}. np.array(…, float)로 바꾼다."
        )
    return running
# --8<-- [end:kept]


# --8<-- [start:BatchNorm2d]
class BatchNorm2d(nn.Module):
    """채널마다 정규화한 뒤 weight를 곱하고 bias를 더하는 층.

    momentum이 None이면 지금까지의 배치를 고르게 평균한다.
    오류: 수가 범위를 벗어나면 ValueError
    """

    def __init__(
        self,
        num_features: int,
        eps: float = 1e-5,
        momentum: float | None = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
        *,
        bias: bool = True,
    ) -> None:
        C = self.num_features = count("num_features", num_features)
        self.eps = number("eps", eps, above=0)
        self.momentum = None if momentum is None else number("momentum", momentum, 0, 1)
        self.affine = flag("affine", affine)
        self.track_running_stats = flag("track_running_stats", track_running_stats)
        self.weight = nn.Parameter(np.ones(C)) if self.affine else None
        shifts = flag("bias", bias) and self.affine
        self.bias = nn.Parameter(np.zeros(C)) if shifts else None
        tracks = self.track_running_stats
        self.register_buffer("running_mean", np.zeros(C) if tracks else None)
        self.register_buffer("running_var", np.ones(C) if tracks else None)
        self.register_buffer("num_batches_tracked", np.array(0) if tracks else None)

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        """x: (N, num_features, H, W). 반환: 같은 모양"""
        x = tensor("x", x, "N, C, H, W", C=self.num_features)
        uses_batch = self.training or self.running_mean is None
        momentum = 0.0 if self.momentum is None else self.momentum
        if self.training and self.track_running_stats:
            self.num_batches_tracked += 1
            if self.momentum is None:
                momentum = 1 / int(self.num_batches_tracked)
        statistics = self.running_mean, self.running_var
        affine = self.weight, self.bias
        return batch_norm(x, *statistics, *affine, uses_batch, momentum, self.eps)

    def extra_repr(self) -> str:
        return (
            f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, "
            f"affine={self.affine}, bias={self.bias is not None}, "
            f"track_running_stats={self.track_running_stats}"
        )
# --8<-- [end:BatchNorm2d]
