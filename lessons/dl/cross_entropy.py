"""교차 엔트로피. 정답에 매긴 확률로 손실을 재고, 기울기 p - y를 낸다.

표기: z (N, K) 로짓, p = softmax(z) 예측, y 정답, t는 무게를 곱하고 깎은 정답이다.
이름과 인수는 torch.nn.functional을, entropy는 scipy.stats를 따른다.
출처: Shannon (1948), Kullback·Leibler (1951), Szegedy 외 (2016) 7절
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.dl.activations import sigmoid
from lessons.dl.softmax import log_softmax, softmax
from lessons.dl.tensor import Tensor

# --8<-- [end:imports]


# --8<-- [start:entropy]
def times(p: Array, log_q: Array) -> Array:
    """p × log q. p가 0인 칸은 log q가 무한대여도 0이다."""
    p, log_q = np.broadcast_arrays(p, log_q)
    return np.multiply(p, log_q, where=p != 0, out=np.zeros(p.shape))


def normalized(p: ArrayLike, name: str, axis: int) -> Array:
    """합이 1이 되게 나눈다. 횟수를 그대로 넣어도 된다."""
    p = np.asarray(p, dtype=np.float64)
    if not ((p >= 0) & (p < np.inf)).all() or not (p.sum(axis=axis) > 0).all():
        raise ValueError(f"{name}: 0 이상이고 합이 0보다 커야 한다. 받은 값: {p}")
    return p / p.sum(axis=axis, keepdims=True)


def entropy(
    pk: ArrayLike, qk: ArrayLike | None = None, base: float | None = None, axis: int = 0
) -> Array:
    """pk의 엔트로피. qk를 주면 KL 발산 D(pk ‖ qk). 식 (15.2), (15.4)

    base: 로그의 밑. 2면 비트, None이면 자연로그
    반환: axis가 사라진 배열. qk가 0인 일이 pk에서 일어나면 inf
    오류: 음수가 있거나 합이 0이거나 밑이 1 이하면 ValueError
    """
    if base is not None and base <= 1:
        raise ValueError(f"base는 1보다 커야 한다. 받은 값: {base}")
    pk = normalized(pk, "pk", axis)
    with np.errstate(divide="ignore"):
        nats = times(pk, -np.log(pk)).sum(axis=axis)
        if qk is not None:
            log_q = np.log(normalized(qk, "qk", axis))
            nats = times(pk, -log_q).sum(axis=axis) - nats
    return nats if base is None else nats / np.log(base)
# --8<-- [end:entropy]


# --8<-- [start:reduce]
def reduce(losses: Array, reduction: str, total: float) -> Array:
    """none이면 그대로, sum이면 더하고, mean이면 더해서 total로 나눈다."""
    if reduction not in ("none", "sum", "mean"):
        raise ValueError(
            f"reduction은 none, sum, mean 가운데 하나다. 받은 값: {reduction!r}"
        )
    if reduction == "none":
        return losses
    return losses.sum() / (total if reduction == "mean" else 1)
# --8<-- [end:reduce]


# --8<-- [start:kl_div]
def kl_div(
    log_q: ArrayLike,
    target: ArrayLike,
    reduction: str = "mean",
    *,
    log_target: bool = False,
) -> Array:
    """정답 target에서 본 KL 발산의 항. 예측의 로그가 먼저다. 식 (15.4)

    log_q: 예측의 로그, target: 정답. log_target이면 정답도 로그
    reduction: batchmean이면 합을 행의 수로 나눈다. mean은 칸의 수로 나눈다
    오류: 모양이 다르거나 모르는 reduction이면 ValueError
    """
    log_q, target = np.asarray(log_q), np.asarray(target, dtype=np.float64)
    if log_q.shape != target.shape or not log_q.size:
        raise ValueError(
            "예측과 정답은 비지 않고 모양이 같아야 한다. "
            f"받은 모양: {log_q.shape}, {target.shape}"
        )
    p = np.exp(target) if log_target else target
    with np.errstate(divide="ignore"):
        log_p = target if log_target else np.log(p)
    terms = times(p, log_p) - times(p, log_q)
    if reduction == "batchmean":
        return terms.sum() / len(terms)
    return reduce(terms, reduction, terms.size)
# --8<-- [end:kl_div]


# --8<-- [start:targets]
def one_hot_or_probabilities(z: Array, target: ArrayLike) -> Array:
    """번호 (N,)이면 정답만 1인 행으로 펴고, 확률 (N, K)이면 그대로 둔다."""
    N, K = z.shape
    y = np.asarray(target)
    if y.shape == (N,) and np.issubdtype(y.dtype, np.integer):
        if not ((y >= 0) & (y < K)).all():
            raise ValueError(f"번호는 0부터 {K - 1}까지다. 받은 값: {np.unique(y)}")
        return np.eye(K)[y]
    if y.shape != (N, K):
        raise ValueError(
            f"target은 정수 번호 ({N},)이거나 확률 ({N}, {K})이다. "
            f"받은 모양: {y.shape}, 자료형: {y.dtype}"
        )
    if not (y >= 0).all() or not np.allclose(y.sum(axis=1), 1):
        raise ValueError(
            "target의 행은 합이 1인 확률이어야 한다. 로짓이 먼저, 정답이 나중이다."
        )
    return y.astype(np.float64)


def smoothed(
    z: ArrayLike, target: ArrayLike, weight: ArrayLike | None, label_smoothing: float
) -> tuple[Array, Array, float]:
    """로짓, 무게를 곱하고 깎은 정답 t, 평균을 낼 때 나눌 수. 식 (15.12), (15.13)"""
    z = np.asarray(z)
    if z.ndim != 2:
        raise ValueError(f"로짓은 (N, K)여야 한다. 받은 모양: {z.shape}")
    if not 0 <= label_smoothing <= 1:
        raise ValueError(f"label_smoothing은 0부터 1까지다. 받은 값: {label_smoothing}")
    y = one_hot_or_probabilities(z, target)
    w = np.ones(z.shape[1]) if weight is None else np.asarray(weight)
    if w.shape != (z.shape[1],) or not (w >= 0).all():
        raise ValueError(
            f"weight는 0 이상의 수 {z.shape[1]}개여야 한다. 받은 값: {weight}"
        )
    total = (y @ w).sum() if np.ndim(target) == 1 else len(z)
    if total == 0:
        raise ValueError("무게의 합이 0이다. 나온 클래스에 0보다 큰 무게를 준다.")
    t = w * ((1 - label_smoothing) * y + label_smoothing / z.shape[1])
    return z, t, total
# --8<-- [end:targets]


# --8<-- [start:cross_entropy]
def cross_entropy(
    z: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None = None,
    *,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Array:
    """로짓에서 곧바로 구하는 교차 엔트로피. 식 (15.7)

    z: (N, K) 로짓, target: (N,) 번호 또는 (N, K) 확률, weight: (K,) 클래스의 무게
    reduction: mean은 번호면 나온 무게의 합으로, 확률이면 N으로 나눈다
    반환: 수 하나. none이면 (N,)
    오류: 모양이나 값이 위와 다르면 ValueError
    """
    z, t, total = smoothed(z, target, weight, label_smoothing)
    losses = times(t, -log_softmax(z, axis=1)).sum(axis=1)
    return reduce(losses, reduction, total)


def cross_entropy_grad(
    z: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None = None,
    *,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Array:
    """로짓의 기울기 (N, K). 무게가 없으면 p - y를 나눈 것이다. 식 (15.9)

    reduction이 none이면 n행은 n번째 손실의 기울기다.
    """
    z, t, total = smoothed(z, target, weight, label_smoothing)
    dz = softmax(z, axis=1) * t.sum(axis=1, keepdims=True) - t
    return dz / (total if reduction == "mean" else 1)
# --8<-- [end:cross_entropy]


# --8<-- [start:CrossEntropyLoss]
class CrossEntropyLoss:
    """Tensor의 로짓을 받는 손실. 역전파가 p - y 한 줄이다.

    인수는 cross_entropy와 같다.
    """

    def __init__(
        self,
        weight: ArrayLike | None = None,
        *,
        reduction: str = "mean",
        label_smoothing: float = 0.0,
    ):
        self.weight = weight
        self.options = {"reduction": reduction, "label_smoothing": label_smoothing}

    def __call__(self, z: Tensor, target: ArrayLike) -> Tensor:
        inputs = z.data, target, self.weight
        loss = cross_entropy(*inputs, **self.options)
        dz = cross_entropy_grad(*inputs, **self.options)
        return Tensor.from_op(loss, [z], lambda dL: [dL[..., None] * dz])
# --8<-- [end:CrossEntropyLoss]


# --8<-- [start:binary]
def balanced(
    z: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None,
    pos_weight: ArrayLike | None,
) -> tuple[Array, Array, Array]:
    """로짓, 1 쪽의 무게, 0 쪽의 무게. 셋의 모양이 같다."""
    z, y = np.asarray(z, dtype=np.float64), np.asarray(target, dtype=np.float64)
    if z.shape != y.shape or not z.size:
        raise ValueError(
            "로짓과 정답은 비지 않고 모양이 같아야 한다. "
            f"받은 모양: {z.shape}, {y.shape}"
        )
    if not np.isfinite(z).all() or not ((y >= 0) & (y <= 1)).all():
        raise ValueError("로짓은 유한하고 정답은 0과 1 사이여야 한다.")
    w = 1.0 if weight is None else np.asarray(weight)
    positive = w * y if pos_weight is None else w * np.asarray(pos_weight) * y
    return z, positive, w * (1 - y)


def binary_cross_entropy_with_logits(
    z: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None = None,
    *,
    reduction: str = "mean",
    pos_weight: ArrayLike | None = None,
) -> Array:
    """둘 가운데 하나일 때의 교차 엔트로피. 칸마다 따로 묻는다. 식 (15.10)

    z: 로짓, target: z와 모양이 같고 0과 1 사이인 정답
    weight: 칸마다의 무게, pos_weight: 정답 1 쪽에만 곱하는 무게
    오류: 모양이 다르거나 정답이 0과 1 사이가 아니면 ValueError
    """
    z, positive, negative = balanced(z, target, weight, pos_weight)
    losses = positive * np.logaddexp(0, -z) + negative * np.logaddexp(0, z)
    return reduce(losses, reduction, z.size)


def binary_cross_entropy_with_logits_grad(
    z: ArrayLike,
    target: ArrayLike,
    weight: ArrayLike | None = None,
    *,
    reduction: str = "mean",
    pos_weight: ArrayLike | None = None,
) -> Array:
    """로짓의 기울기. 무게가 없으면 σ(z) - y를 나눈 것이다. 식 (15.11)"""
    z, positive, negative = balanced(z, target, weight, pos_weight)
    dz = negative * sigmoid(z) - positive * sigmoid(-z)
    return dz / (z.size if reduction == "mean" else 1)
# --8<-- [end:binary]
