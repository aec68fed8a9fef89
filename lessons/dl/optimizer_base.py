"""옵티마이저와 스케줄의 바탕. 저마다의 규칙은 optimizers와 schedules에 있다.

w는 고칠 배열, g는 모양이 같은 기울기, s는 그 매개변수의 기억(dict)이다.
lr은 학습률 η, weight_decay는 감쇠의 세기 λ다. 학습률은 optimizer.lr에 있다.
"""

# --8<-- [start:imports]
from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array

# --8<-- [end:imports]


# --8<-- [start:Parameter]
class Parameter:
    """고칠 값과 그 기울기. data가 float64 배열이면 복사하지 않는다.

    grad: data와 모양이 같은 배열. 없으면 None이고 그 걸음은 건너뛴다
    """

    def __init__(self, data: ArrayLike, grad: Array | None = None) -> None:
        self.data = np.asarray(data, dtype=np.float64)
        self.grad = grad
# --8<-- [end:Parameter]


# --8<-- [start:Optimizer]
def check_range(below: float = np.inf, **values: float) -> None:
    """이름마다 값이 0 이상 below 미만인지 본다."""
    for name, value in values.items():
        if not 0 <= value < below:
            limit = "유한한 수" if below == np.inf else f"{below}보다 작은 수"
            raise ValueError(f"{name}: 0 이상이고 {limit}여야 한다. 받은 값: {value}")


class Optimizer:
    """모든 옵티마이저의 바탕. 저마다 update 하나만 적는다.

    params: data와 grad가 있는 것들
    maximize: 참이면 기울기 쪽으로 올라간다
    오류: params가 비었거나, 수가 범위를 벗어나거나, 기울기의 모양이 다르면 ValueError
    """

    def __init__(
        self, params: Iterable, lr: float, weight_decay: float, maximize: bool
    ) -> None:
        check_range(lr=lr, weight_decay=weight_decay)
        self.params = list(params)
        if not self.params:
            raise ValueError("params가 비었다. 고칠 매개변수를 하나 이상 넣는다.")
        self.lr, self.weight_decay, self.maximize = lr, weight_decay, maximize
        self.state = [{"t": 0} for _ in self.params]

    def zero_grad(self, set_to_none: bool = True) -> None:
        """기울기를 지운다. set_to_none이 거짓이면 0으로 채운다."""
        for p in self.params:
            p.grad = None if set_to_none else np.zeros_like(p.data)

    def step(self) -> None:
        """모든 매개변수를 한 걸음 고친다. 기울기가 None이면 건너뛴다."""
        for p, s in zip(self.params, self.state, strict=True):
            if p.grad is None:
                continue
            if np.shape(p.grad) != p.data.shape:
                raise ValueError(
                    "기울기는 매개변수와 모양이 같아야 한다. "
                    f"매개변수 {p.data.shape}, 기울기 {np.shape(p.grad)}"
                )
            s["t"] += 1
            g = -np.asarray(p.grad) if self.maximize else np.asarray(p.grad)
            self.update(p.data, self.decay(p.data, g), s)

    def decay(self, w: Array, g: Array) -> Array:
        """L2 규제: 기울기에 λw를 더한다. 식 (11.15)"""
        return g + self.weight_decay * w

    def update(self, w: Array, g: Array, s: dict) -> None:
        """w를 제자리에서 고친다."""
        raise NotImplementedError
# --8<-- [end:Optimizer]


# --8<-- [start:LRScheduler]
def check_count(name: str, value: int) -> None:
    if value < 1:
        raise ValueError(f"{name}: 1 이상이어야 한다. 받은 값: {value}")


class LRScheduler:
    """모든 스케줄의 바탕. 저마다 get_lr 하나만 적는다.

    만들 때 곧바로 첫 학습률을 넣는다.
    last_epoch: 이어서 할 때 마지막으로 쓴 t. 처음부터면 -1
    오류: 이어서 하는데 optimizer.initial_lr이 없으면 ValueError
    """

    def __init__(self, optimizer: "Optimizer", last_epoch: int = -1) -> None:
        if not hasattr(optimizer, "initial_lr"):
            if last_epoch != -1:
                raise ValueError(
                    "이어서 하려면 optimizer.initial_lr에 처음 학습률을 넣어 둔다. "
                    f"받은 last_epoch: {last_epoch}"
                )
            optimizer.initial_lr = optimizer.lr
        self.base_lr = optimizer.initial_lr
        self.optimizer, self.last_epoch = optimizer, last_epoch
        self.step()

    def step(self) -> None:
        self.last_epoch += 1
        self.optimizer.lr = self.get_lr(self.last_epoch)

    def get_lr(self, t: int) -> float:
        """t번째 학습률"""
        raise NotImplementedError
# --8<-- [end:LRScheduler]
