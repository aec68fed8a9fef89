"""한 번의 시도: 처방을 걸고 작은 신경망을 배운다.

처방의 세기를 고르는 프로그램과 테스트에서 견주는 프로그램이 함께 쓴다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import nn
from lessons.cnn.overfitting.regularizers import ProximalAdamW
from lessons.cnn.overfitting.small_fashion import learn, small_net

# --8<-- [end:imports]


# --8<-- [start:trial]
def trial(
    X: ArrayLike,
    y: ArrayLike,
    *,
    dropout: float = 0.0,
    batch_norm: bool = False,
    l1: float = 0.0,
    weight_decay: float = 0.0,
    valid: tuple[ArrayLike, ArrayLike] | None = None,
    epochs: int = 60,
    rng: np.random.Generator,
) -> nn.Sequential:
    """처방을 걸고 배운 신경망. 아무것도 주지 않으면 처방이 없다.

    X: (N, 1, 14, 14), y: (N,). valid를 주면 조기 종료한다
    rng: 처음 가중치와 배우는 차례를 정한다
    """
    model = small_net(dropout=dropout, batch_norm=batch_norm, rng=rng)
    optimizer = ProximalAdamW(model.parameters(), 4e-3, l1, weight_decay)
    learn(model, X, y, optimizer, epochs=epochs, valid=valid, rng=rng)
    return model
# --8<-- [end:trial]
