"""엔트로피와 KL 발산. 분포 하나의 놀라움과 두 분포의 차이를 잰다.

entropy의 이름과 인수는 scipy.stats를, kl_div는 torch.nn.functional을 따른다.
출처: Shannon (1948), Kullback·Leibler (1951)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import axes, broadcast_shapes, finite, real, same_shape
from lessons.scalars import choice, flag, number

# --8<-- [end:imports]


# --8<-- [start:entropy]
def times(p: Array, log_q: Array) -> Array:
    """p × log q. p가 0인 칸은 log q가 무한대여도 0이다."""
    p, log_q = real("p", p), real("log_q", log_q)
    shape = broadcast_shapes(p=p.shape, log_q=log_q.shape)
    return np.multiply(p, log_q, where=p != 0, out=np.zeros(shape))


def normalized(p: ArrayLike, name: str, axis: int) -> Array:
    """합이 1이 되게 나눈다. 횟수를 그대로 넣어도 된다."""
    p = finite(name, p, low=0)
    total = p.sum(axis=axes("axis", axis, p), keepdims=True)
    if not (total > 0).all():
        raise ValueError(f"{name}: 합이 0보다 커야 한다. 0이 아닌 값을 넣는다.")
    return p / total


def entropy(
    pk: ArrayLike, qk: ArrayLike | None = None, base: float | None = None, axis: int = 0
) -> Array:
    """pk의 엔트로피. qk를 주면 KL 발산 D(pk ‖ qk). 식 (15.2), (15.4)

    base: 로그의 밑. 2면 비트, None이면 자연로그
    qk의 모양이 다르면 pk와 함께 퍼뜨린 뒤 합을 1로 맞춘다(SciPy와 같다).
    반환: axis가 사라진 배열. qk가 0인 일이 pk에서 일어나면 inf
    오류: 음수가 있거나 합이 0이거나 밑이 1 이하면 ValueError
    """
    pk = finite("pk", pk, low=0)
    if qk is not None:
        qk = finite("qk", qk, low=0)
        shape = broadcast_shapes(pk=pk.shape, qk=qk.shape)
        pk, qk = np.broadcast_to(pk, shape), np.broadcast_to(qk, shape)
    pk = normalized(pk, "pk", axis)
    with np.errstate(divide="ignore"):
        nats = times(pk, -np.log(pk)).sum(axis=axis)
        if qk is not None:
            log_q = np.log(normalized(qk, "qk", axis))
            nats = times(pk, -log_q).sum(axis=axis) - nats
    return nats if base is None else nats / np.log(number("base", base, above=1))
# --8<-- [end:entropy]


# --8<-- [start:reduce]
def reduce(losses: Array, reduction: str, total: float) -> Array:
    """none이면 그대로, sum이면 더하고, mean이면 더해서 total로 나눈다."""
    losses = real("losses", losses)
    if choice("reduction", reduction, ("none", "sum", "mean")) == "none":
        return losses
    return losses.sum() / (number("total", total) if reduction == "mean" else 1)
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
    log_q, target = real("log_q", log_q), real("target", target)
    same_shape(log_q=log_q, target=target)
    p = np.exp(target) if flag("log_target", log_target) else target
    p = finite("target", p, low=0)
    with np.errstate(divide="ignore"):
        log_p = target if log_target else np.log(p)
    terms = times(p, log_p) - times(p, log_q)
    if isinstance(reduction, str) and reduction == "batchmean":
        return terms.sum() / len(np.atleast_1d(terms))
    return reduce(terms, reduction, terms.size)
# --8<-- [end:kl_div]
