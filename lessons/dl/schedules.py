"""학습률 스케줄. 걸음이나 에폭마다 step()을 불러 optimizer.lr을 바꾼다.

t는 0부터 세는 횟수, base_lr은 옵티마이저의 처음 학습률이다.
이름과 기본값은 torch.optim.lr_scheduler를 따른다. 여러 계획은 겹쳐 쓰지 않고
SequentialLR로 잇는다.
"""

# --8<-- [start:imports]
from bisect import bisect_right
from collections.abc import Callable, Sequence
from math import cos, pi

from lessons.dl.optimizer_base import LRScheduler, Optimizer
from lessons.scalars import count, counts, function, instance, number

# --8<-- [end:imports]


# --8<-- [start:StepLR]
class StepLR(LRScheduler):
    """step_size마다 gamma배로 떨어뜨린다. 식 (11.18)"""

    def __init__(
        self, optimizer: Optimizer, step_size: int, gamma: float = 0.1,
        last_epoch: int = -1,
    ) -> None:
        self.step_size = count("step_size", step_size)
        self.gamma = number("gamma", gamma)
        super().__init__(optimizer, last_epoch)

    def get_lr(self, t: int) -> float:
        return self.base_lr * self.gamma ** (t // self.step_size)
# --8<-- [end:StepLR]


# --8<-- [start:CosineAnnealingLR]
class CosineAnnealingLR(LRScheduler):
    """T_max까지 반 바퀴의 코사인을 따라 eta_min으로 내린다. 식 (11.19)

    T_max를 지나면 같은 곡선을 따라 되오른다.
    출처: Loshchilov, Hutter (2017)
    """

    def __init__(
        self, optimizer: Optimizer, T_max: int, eta_min: float = 0.0,
        last_epoch: int = -1,
    ) -> None:
        self.T_max, self.eta_min = count("T_max", T_max), number("eta_min", eta_min)
        super().__init__(optimizer, last_epoch)

    def get_lr(self, t: int) -> float:
        part = (1 + cos(pi * t / self.T_max)) / 2
        return self.eta_min + (self.base_lr - self.eta_min) * part
# --8<-- [end:CosineAnnealingLR]


# --8<-- [start:LinearLR]
class LinearLR(LRScheduler):
    """total_iters까지 배율을 start_factor에서 end_factor로 곧게 바꾼다. 식 (11.20)

    오류: start_factor가 (0, 1]을, end_factor가 [0, 1]을 벗어나면 ValueError
    """

    def __init__(
        self, optimizer: Optimizer, start_factor: float = 1 / 3,
        end_factor: float = 1.0, total_iters: int = 5, last_epoch: int = -1,
    ) -> None:
        self.start = number("start_factor", start_factor, above=0, most=1)
        self.end = number("end_factor", end_factor, 0, 1)
        self.total_iters = count("total_iters", total_iters)
        super().__init__(optimizer, last_epoch)

    def get_lr(self, t: int) -> float:
        part = min(t / self.total_iters, 1)
        return self.base_lr * (self.start + (self.end - self.start) * part)
# --8<-- [end:LinearLR]


# --8<-- [start:LambdaLR]
class LambdaLR(LRScheduler):
    """처음 학습률에 lr_lambda(t)를 곱한다."""

    def __init__(
        self, optimizer: Optimizer, lr_lambda: Callable[[int], float],
        last_epoch: int = -1,
    ) -> None:
        self.lr_lambda = function("lr_lambda", lr_lambda)
        super().__init__(optimizer, last_epoch)

    def get_lr(self, t: int) -> float:
        return self.base_lr * number("lr_lambda(t)", self.lr_lambda(t))
# --8<-- [end:LambdaLR]


# --8<-- [start:SequentialLR]
class SequentialLR(LRScheduler):
    """milestones에서 다음 스케줄로 넘어간다. 넘어간 스케줄은 t를 0부터 센다.

    오류: milestones가 schedulers보다 하나 적지 않거나, 커지는 차례가 아니면 ValueError
    """

    def __init__(
        self, optimizer: Optimizer, schedulers: Sequence[LRScheduler],
        milestones: Sequence[int], last_epoch: int = -1,
    ) -> None:
        instance("schedulers", schedulers, Sequence, "스케줄의 목록")
        for i, scheduler in enumerate(schedulers):
            instance(f"schedulers[{i}]", scheduler, LRScheduler)
        milestones = counts("milestones", milestones, size=len(schedulers) - 1)
        if milestones != sorted(set(milestones)):
            raise ValueError(
                f"milestones: 커지는 차례로 넣는다. 받은 값: {milestones}."
            )
        self.schedulers, self.milestones = list(schedulers), [0, *milestones]
        super().__init__(optimizer, last_epoch)

    def get_lr(self, t: int) -> float:
        i = bisect_right(self.milestones, t) - 1
        return self.schedulers[i].get_lr(t - self.milestones[i])
# --8<-- [end:SequentialLR]
