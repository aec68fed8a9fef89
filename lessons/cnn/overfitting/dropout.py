"""드롭아웃: 학습할 때 값을 무작위로 0으로 만들고, 남은 것을 키운다.

기호: p 버릴 확률, keep 남길 자리 (x와 같은 모양의 참거짓)
이름, 인수, 기본값은 torch.nn.Dropout을 따른다. 난수만 rng로 받는다.
출처: Srivastava 외 (2014)
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, nn
from lessons.arrays import mask, same_shape
from lessons.dl.tensor import Tensor
from lessons.nn.functional import tensor
from lessons.scalars import flag, generator, number

# --8<-- [end:imports]


# --8<-- [start:drop]
def drop(x: Tensor | ArrayLike, keep: ArrayLike, p: float = 0.5) -> Tensor:
    """keep이 참인 자리만 남기고 1 / (1 - p)배로 키운다. 식 (14.5)

    오류: keep의 모양이 x와 다르거나 p가 0과 1 사이가 아니면 ValueError
    """
    x, keep, p = tensor("x", x), mask("keep", keep), number("p", p, 0, 1)
    same_shape(x=x.data, keep=keep)
    factor = keep / (1 - p) if p < 1 else np.zeros(x.shape)

    def backward(dy: Array) -> list[Array]:
        return [dy * factor]  # 꺼진 자리로는 기울기도 흐르지 않는다

    return Tensor.from_op(x.data * factor, [x], backward)


def dropout(
    x: Tensor | ArrayLike,
    p: float = 0.5,
    training: bool = True,
    *,
    rng: np.random.Generator,
) -> Tensor:
    """확률 p로 0이 되게 한다. 학습이 아니면 x 그대로다."""
    x, p = tensor("x", x), number("p", p, 0, 1)
    rng, training = generator("rng", rng), flag("training", training)
    return drop(x, rng.random(x.shape) >= p, p) if training else x
# --8<-- [end:drop]


# --8<-- [start:Dropout]
class Dropout(nn.Module):
    """train()이면 버리고, eval()이면 그대로 지나간다."""

    def __init__(self, p: float = 0.5, *, rng: np.random.Generator) -> None:
        self.p, self.rng = number("p", p, 0, 1), generator("rng", rng)

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        return dropout(x, self.p, self.training, rng=self.rng)

    def extra_repr(self) -> str:
        return f"p={self.p}"
# --8<-- [end:Dropout]
