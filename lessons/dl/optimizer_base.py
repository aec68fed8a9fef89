"""옵티마이저와 스케줄의 바탕. 저마다의 규칙은 optimizers와 schedules에 있다.

w는 고칠 배열, g는 모양이 같은 기울기, s는 그 매개변수의 기억(dict)이다.
lr은 학습률 η, weight_decay는 감쇠의 세기 λ다. 학습률은 optimizer.lr에 있다.
"""

# --8<-- [start:imports]
from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.arrays import real, same_shape
from lessons.scalars import count, flag, instance, number, parameters

# --8<-- [end:imports]


# --8<-- [start:Parameter]
class Parameter:
    """고칠 값과 그 기울기. data가 float64 배열이면 복사하지 않는다.

    grad: data와 모양이 같은 배열. 없으면 None이고 그 걸음은 건너뛴다
    """

    def __init__(self, data: ArrayLike, grad: Array | None = None) -> None:
        self.data = real("data", data)
        self.grad = None if grad is None else real("grad", grad)
        if self.grad is not None:
            same_shape(data=self.data, grad=self.grad)
# --8<-- [end:Parameter]


# --8<-- [start:Optimizer]
class Optimizer:
    """모든 옵티마이저의 바탕. 저마다 update 하나만 적는다.

    params: data와 grad가 있는 것들의 목록. step이 data를 제자리에서 고친다
    maximize: 참이면 기울기 쪽으로 올라간다
    오류: params가 비었거나 겹치거나, 수가 범위를 벗어나거나, 기울기의 모양이 다르면
        ValueError
    """

    def __init__(
        self, params: Iterable, lr: float, weight_decay: float, maximize: bool
    ) -> None:
        self.params = parameters("params", params)
        self.lr = number("lr", lr, 0)
        self.weight_decay = number("weight_decay", weight_decay, 0)
        self.maximize = flag("maximize", maximize)
        self.state = [{"t": 0} for _ in self.params]

    def zero_grad(self, set_to_none: bool = True) -> None:
        """기울기를 지운다. set_to_none이 거짓이면 0으로 채운다."""
        set_to_none = flag("set_to_none", set_to_none)
        for p in self.params:
            p.grad = None if set_to_none else np.zeros_like(p.data)

    def step(self) -> None:
        """모든 매개변수를 한 걸음 고친다. 기울기가 None이면 건너뛴다."""
        for p, s in zip(self.params, self.state, strict=True):
            if p.grad is None:
                continue
            g = real("grad", p.grad)
            same_shape(data=p.data, grad=g)
            s["t"] += 1
            g = -g if self.maximize else g
            self.update(p.data, self.decay(p.data, g), s)

    def decay(self, w: Array, g: Array) -> Array:
        """L2 규제: 기울기에 λw를 더한다. 식 (11.15)"""
        return g + self.weight_decay * w

    def update(self, w: Array, g: Array, s: dict) -> None:
        """w를 제자리에서 고친다."""
        raise NotImplementedError
# --8<-- [end:Optimizer]


# --8<-- [start:LRScheduler]
class LRScheduler:
    """모든 스케줄의 바탕. 저마다 get_lr 하나만 적는다.

    만들 때 곧바로 첫 학습률을 넣는다.
    last_epoch: 이어서 할 때 마지막으로 쓴 t. 처음부터면 -1
    오류: 이어서 하는데 optimizer.initial_lr이 없으면 ValueError
    """

    def __init__(self, optimizer: "Optimizer", last_epoch: int = -1) -> None:
        instance("optimizer", optimizer, Optimizer)
        last_epoch = count("last_epoch", last_epoch, -1)
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
