"""옵티마이저. 기울기를 받아 매개변수를 제자리에서 고치는 규칙들.

w는 고칠 배열, g는 모양이 같은 기울기, s는 그 매개변수의 기억(dict)이다.
s["t"]는 1부터 세는 걸음이다. 이름과 기본값은 torch.optim을 따른다.
"""

# --8<-- [start:imports]
from collections.abc import Iterable

import numpy as np

from lessons import Array
from lessons.arrays import real
from lessons.dl.optimizer_base import Optimizer, Parameter
from lessons.scalars import flag, number

__all__ = ["SGD", "Adagrad", "Adam", "AdamW", "Optimizer", "Parameter", "RMSprop"]

# --8<-- [end:imports]


# --8<-- [start:SGD]
class SGD(Optimizer):
    """경사 하강법, 모멘텀, 네스테로프 모멘텀. 식 (11.3), (11.4), (11.6)

    dampening: 모멘텀에 더하는 기울기를 1 - dampening배로 줄인다
    오류: nesterov인데 momentum이 0이거나 dampening이 0이 아니면 ValueError
    출처: Robbins, Monro (1951), Polyak (1964), Sutskever 외 (2013)
    """

    def __init__(
        self, params: Iterable, lr: float = 1e-3, momentum: float = 0,
        dampening: float = 0, weight_decay: float = 0, nesterov: bool = False,
        *, maximize: bool = False,
    ) -> None:
        super().__init__(params, lr, weight_decay, maximize)
        self.momentum = number("momentum", momentum, 0)
        self.dampening = number("dampening", dampening)
        self.nesterov = flag("nesterov", nesterov)
        if nesterov and (momentum == 0 or dampening != 0):
            raise ValueError(
                "nesterov는 momentum이 0보다 크고 dampening이 0일 때만 쓴다. "
                f"받은 값: momentum={momentum}, dampening={dampening}"
            )

    def update(self, w: Array, g: Array, s: dict) -> None:
        if self.momentum:
            first = s["t"] == 1
            v = g if first else self.momentum * s["v"] + (1 - self.dampening) * g
            s["v"] = v
            g = g + self.momentum * v if self.nesterov else v
        w -= self.lr * g
# --8<-- [end:SGD]


# --8<-- [start:Adagrad]
class Adagrad(Optimizer):
    """자리마다 제곱의 합을 쌓아 걸음을 줄인다. 식 (11.7)

    lr_decay: t걸음의 학습률을 lr / (1 + (t - 1) lr_decay)로 더 줄인다
    출처: Duchi, Hazan, Singer (2011)
    """

    def __init__(
        self, params: Iterable, lr: float = 1e-2, lr_decay: float = 0,
        weight_decay: float = 0, initial_accumulator_value: float = 0,
        eps: float = 1e-10, *, maximize: bool = False,
    ) -> None:
        super().__init__(params, lr, weight_decay, maximize)
        start = initial_accumulator_value
        self.start = number("initial_accumulator_value", start, 0)
        self.lr_decay, self.eps = number("lr_decay", lr_decay, 0), number("eps", eps, 0)

    def update(self, w: Array, g: Array, s: dict) -> None:
        s["G"] = G = s.get("G", self.start) + g * g
        lr = self.lr / (1 + (s["t"] - 1) * self.lr_decay)
        w -= lr * g / (np.sqrt(G) + self.eps)
# --8<-- [end:Adagrad]


# --8<-- [start:RMSprop]
class RMSprop(Optimizer):
    """제곱의 이동 평균으로 나눈다. 식 (11.8)

    momentum: 나눈 기울기에 거는 모멘텀
    centered: 참이면 제곱의 평균에서 평균의 제곱을 뺀 분산으로 나눈다
    출처: Tieleman, Hinton (2012), 강의 6.5
    """

    def __init__(
        self, params: Iterable, lr: float = 1e-2, alpha: float = 0.99,
        eps: float = 1e-8, weight_decay: float = 0, momentum: float = 0,
        centered: bool = False, *, maximize: bool = False,
    ) -> None:
        super().__init__(params, lr, weight_decay, maximize)
        self.alpha, self.eps = number("alpha", alpha, 0, below=1), number("eps", eps, 0)
        self.momentum = number("momentum", momentum, 0)
        self.centered = flag("centered", centered)

    def update(self, w: Array, g: Array, s: dict) -> None:
        s["v"] = v = self.alpha * s.get("v", 0) + (1 - self.alpha) * g * g
        if self.centered:
            s["m"] = m = self.alpha * s.get("m", 0) + (1 - self.alpha) * g
            v = np.maximum(v - m * m, 0)
        g = g / (np.sqrt(v) + self.eps)
        s["b"] = b = self.momentum * s.get("b", 0) + g
        w -= self.lr * b
# --8<-- [end:RMSprop]


# --8<-- [start:Adam]
class Adam(Optimizer):
    """기울기의 평균을 제곱의 평균의 제곱근으로 나눈다. 식 (11.9)–(11.12)

    amsgrad: 참이면 지금까지 가장 컸던 v로 나눈다. 식 (11.13)
    출처: Kingma, Ba (2015), Reddi, Kale, Kumar (2018)
    """

    def __init__(
        self, params: Iterable, lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999), eps: float = 1e-8,
        weight_decay: float = 0, amsgrad: bool = False, *, maximize: bool = False,
    ) -> None:
        super().__init__(params, lr, weight_decay, maximize)
        beta1, beta2 = real("betas", betas, "2")
        self.betas = (
            number("beta1", beta1, 0, below=1), number("beta2", beta2, 0, below=1)
        )
        self.eps, self.amsgrad = number("eps", eps, 0), flag("amsgrad", amsgrad)

    def update(self, w: Array, g: Array, s: dict) -> None:
        (beta1, beta2), t = self.betas, s["t"]
        s["m"] = m = beta1 * s.get("m", 0) + (1 - beta1) * g
        s["v"] = v = beta2 * s.get("v", 0) + (1 - beta2) * g * g
        if self.amsgrad:
            s["v_max"] = v = np.maximum(s.get("v_max", 0), v)
        m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
        w -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
# --8<-- [end:Adam]


# --8<-- [start:AdamW]
class AdamW(Adam):
    """가중치 감쇠를 기울기에서 떼어 낸 Adam. 식 (11.17)

    출처: Loshchilov, Hutter (2019)
    """

    def __init__(
        self, params: Iterable, lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999), eps: float = 1e-8,
        weight_decay: float = 1e-2, amsgrad: bool = False, *, maximize: bool = False,
    ) -> None:
        super().__init__(
            params, lr, betas, eps, weight_decay, amsgrad, maximize=maximize
        )

    def decay(self, w: Array, g: Array) -> Array:
        """가중치를 곧바로 줄이고 기울기는 그대로 둔다."""
        w *= 1 - self.lr * self.weight_decay
        return g
# --8<-- [end:AdamW]
