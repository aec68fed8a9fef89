"""손실의 무게를 바꾸는 것들: 클래스 가중치, 초점 손실, 로짓 조정.

compute_class_weight는 scikit-learn, sigmoid_focal_loss는 torchvision의 이름과 인자다.
출처: Lin 외 (2017), Menon 외 (2021)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import classes as labels
from lessons.arrays import finite, same_shape
from lessons.dl.activations import sigmoid
from lessons.dl.entropy import reduce
from lessons.scalars import choice, number

# --8<-- [end:imports]


# --8<-- [start:compute_class_weight]
def compute_class_weight(
    class_weight: str | None, *, classes: ArrayLike, y: ArrayLike
) -> Array:
    """클래스마다의 무게. "balanced"면 N / (K · 샘플 수)라 클래스의 무게 합이 같다.

    class_weight: "balanced" 또는 모두 1인 None
    classes: (K,) 무게를 낼 클래스, y: (N,)
    오류: y에 없는 클래스가 classes에 있거나 그 반대면 ValueError
    """
    classes, y = labels("classes", classes, "K"), labels("y", y)
    found, counts = np.unique(y, return_counts=True)
    if not np.array_equal(np.sort(classes), found):
        raise ValueError("classes: y에 나온 클래스를 빠짐없이 한 번씩 적는다.")
    if choice("class_weight", class_weight, ("balanced", None)) is None:
        return np.ones(len(classes))
    return len(y) / (len(found) * counts[np.searchsorted(found, classes)])
# --8<-- [end:compute_class_weight]


# --8<-- [start:sigmoid_focal_loss]
def signed(inputs, targets, alpha, gamma) -> tuple[Array, Array, Array, float]:
    """정답 쪽으로 잰 로짓 u = ±z, 그 부호, 샘플의 무게, γ"""
    z, t = finite("inputs", inputs), finite("targets", targets, low=0, high=1)
    same_shape(inputs=z, targets=t)
    if not np.isin(t, (0, 1)).all():
        raise ValueError("targets: 0과 1만 넣는다. 확률이면 0.5에서 나눈다.")
    alpha, gamma = number("alpha", alpha, most=1), number("gamma", gamma, 0)
    weight = alpha * t + (1 - alpha) * (1 - t) if alpha >= 0 else np.ones_like(t)
    return (2 * t - 1) * z, 2 * t - 1, weight, gamma


def sigmoid_focal_loss(
    inputs: ArrayLike,
    targets: ArrayLike,
    alpha: float = 0.25,
    gamma: float = 2.0,
    reduction: str = "none",
) -> Array:
    """정답의 확률이 높은 샘플의 몫을 (1 - p)^γ로 줄인 교차 엔트로피. 식 (13.8)

    inputs: 로짓, targets: 모양이 같은 0과 1
    alpha: 양성의 무게. 음성은 1 - alpha이고, 음수면 무게를 두지 않는다
    """
    u, _, weight, gamma = signed(inputs, targets, alpha, gamma)
    miss = np.exp(-gamma * np.logaddexp(0, u))  # (1 - p)^γ
    return reduce(weight * miss * np.logaddexp(0, -u), reduction, u.size)


def sigmoid_focal_loss_grad(
    inputs: ArrayLike,
    targets: ArrayLike,
    alpha: float = 0.25,
    gamma: float = 2.0,
    reduction: str = "none",
) -> Array:
    """로짓의 기울기. γ = 0이면 교차 엔트로피의 p - y다. 식 (13.9)"""
    u, s, weight, gamma = signed(inputs, targets, alpha, gamma)
    miss = np.exp(-gamma * np.logaddexp(0, u))
    dz = -s * weight * miss * (sigmoid(-u) + gamma * sigmoid(u) * np.logaddexp(0, -u))
    mean = choice("reduction", reduction, ("none", "sum", "mean")) == "mean"
    return dz / (u.size if mean else 1)
# --8<-- [end:sigmoid_focal_loss]


# --8<-- [start:adjust_logits]
def adjust_logits(z: ArrayLike, prior: ArrayLike, tau: float = 1.0) -> Array:
    """로짓에서 클래스의 비율의 로그를 뺀다. 식 (13.10)

    z: (N, K), prior: (K,) 학습 데이터에서의 비율
    tau: 1이면 비율이 모두 같은 곳의 로짓. 음수면 거꾸로 더하니 학습할 때 쓴다
    """
    z = finite("z", z, "N, K")
    prior = finite("prior", prior, "K", K=z.shape[1], low=np.finfo(float).tiny, high=1)
    return z - number("tau", tau) * np.log(prior)
# --8<-- [end:adjust_logits]
