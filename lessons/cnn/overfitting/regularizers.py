"""L1과 L2: 손실에 더하는 벌과, 0에서 멈추는 걸음.

기호: w 가중치, l1 과 l2 는 벌의 세기 λ₁, λ₂
출처: Tibshirani (1996); Loshchilov, Hutter (2019)
"""

# --8<-- [start:imports]
from collections.abc import Iterable

import numpy as np

from lessons import Array
from lessons.dl.optimizers import AdamW
from lessons.dl.ridge import soft_threshold
from lessons.scalars import number, parameters

# --8<-- [end:imports]


# --8<-- [start:penalize]
def penalize(params: Iterable, l1: float = 0.0, l2: float = 0.0) -> float:
    """벌의 값을 돌려주고, 그 기울기를 params의 grad에 더한다. 식 (14.3)

    값: l1 Σ|w| + l2/2 Σw². 기울기가 None인 매개변수에는 새로 만든다
    """
    params = parameters("params", params)
    l1, l2, total = number("l1", l1, 0), number("l2", l2, 0), 0.0
    for p in params:
        w = p.data
        total += l1 * abs(w).sum() + l2 / 2 * (w**2).sum()
        slope = l1 * np.sign(w) + l2 * w
        p.grad = slope if p.grad is None else p.grad + slope
    return float(total)
# --8<-- [end:penalize]


# --8<-- [start:ProximalAdamW]
class ProximalAdamW(AdamW):
    """AdamW로 걷고, 가중치마다 0 쪽으로 lr · l1 만큼 당긴다. 식 (14.4)

    0을 지나치면 0에 멈추므로 정말로 0인 가중치가 생긴다.
    """

    def __init__(
        self,
        params: Iterable,
        lr: float = 1e-3,
        l1: float = 0.0,
        weight_decay: float = 0.0,
    ) -> None:
        super().__init__(params, lr, weight_decay=weight_decay)
        self.l1 = number("l1", l1, 0)

    def update(self, w: Array, g: Array, s: dict) -> None:
        super().update(w, g, s)
        w[...] = soft_threshold(w, self.lr * self.l1)
# --8<-- [end:ProximalAdamW]
