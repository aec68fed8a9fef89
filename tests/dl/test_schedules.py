"""학습률 스케줄: PyTorch의 학습률과 한 줄로 견준다."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose
from torch.optim import lr_scheduler

from lessons.dl import schedules
from lessons.dl.optimizer_base import LRScheduler
from lessons.dl.optimizers import SGD, Parameter


def half(t):
    return 0.5 ** (t / 10)


SETTINGS = [
    ("StepLR", {"step_size": 7}),
    ("StepLR", {"step_size": 1, "gamma": 0.9}),
    ("CosineAnnealingLR", {"T_max": 20}),
    ("CosineAnnealingLR", {"T_max": 13, "eta_min": 0.02}),
    ("CosineAnnealingLR", {"T_max": 1}),
    ("LinearLR", {}),
    ("LinearLR", {"start_factor": 0.1, "total_iters": 9}),
    ("LinearLR", {"start_factor": 1.0, "end_factor": 0.0, "total_iters": 1}),
    ("LambdaLR", {"lr_lambda": half}),
]


def parts(module, optimizer):
    first = module.LinearLR(optimizer, start_factor=0.01, total_iters=5)
    second = module.CosineAnnealingLR(optimizer, T_max=20, eta_min=0.01)
    return [first, second, module.StepLR(optimizer, step_size=4)]


def rates(module, optimizer, read, make, steps=60):
    scheduler = make(module, optimizer)
    seen = [read(optimizer)]
    for _ in range(steps):
        optimizer.step()
        scheduler.step()
        seen.append(read(optimizer))
    return seen


def compare(make):
    p = Parameter(np.zeros(2), np.ones(2))
    q = torch.nn.Parameter(torch.zeros(2))
    q.grad = torch.ones(2)
    ours = rates(schedules, SGD([p], lr=0.3), lambda o: o.lr, make)
    theirs = rates(
        lr_scheduler,
        torch.optim.SGD([q], lr=0.3),
        lambda o: o.param_groups[0]["lr"],
        make,
    )
    assert_allclose(ours, theirs, rtol=1e-12, atol=1e-15)
    return ours


def short(value) -> str:
    """시험의 이름. 함수의 주소가 들면 나란히 돌 때 이름이 서로 다르다."""
    return value if isinstance(value, str) else "-".join(value)


@pytest.mark.parametrize(("name", "options"), SETTINGS, ids=short)
def test_same_rates_as_torch(name, options):
    compare(lambda module, o: getattr(module, name)(o, **options))


@pytest.mark.parametrize("milestones", [[5, 25], [1, 2]])
def test_sequence_is_torch(milestones):
    def make(module, optimizer):
        return module.SequentialLR(
            optimizer, parts(module, optimizer), milestones=milestones
        )

    compare(make)


@pytest.mark.parametrize("last_epoch", [0, 4, 6])
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("StepLR", {"step_size": 3}),
        ("CosineAnnealingLR", {"T_max": 20}),
        ("LambdaLR", {"lr_lambda": half}),
        ("LinearLR", {}),
        ("SequentialLR", {"milestones": [2, 6]}),
    ],
)
def test_resumed_plan_goes_on(name, options, last_epoch):
    def optimizer(lr):
        return SGD([Parameter(0.0, np.zeros(()))], lr=lr)

    def plan(optimizer, **resume):
        if name == "SequentialLR":
            resume["schedulers"] = parts(schedules, optimizer)
        return getattr(schedules, name)(optimizer, **options, **resume)

    whole = plan(fresh := optimizer(0.3))
    seen = []
    for _ in range(20):
        seen.append(fresh.lr)
        whole.step()
    late = optimizer(seen[last_epoch])
    late.initial_lr = 0.3
    plan(late, last_epoch=last_epoch)
    assert late.lr == seen[last_epoch + 1]


def test_resume_needs_the_first_rate():
    with pytest.raises(ValueError, match=r"initial_lr.*받은 last_epoch: 3"):
        schedules.StepLR(SGD([Parameter(0.0)]), 2, last_epoch=3)


def test_numbers_on_the_page():
    optimizer = SGD([Parameter(0.0)], lr=1.0)
    cosine = schedules.CosineAnnealingLR(optimizer, T_max=100)
    assert_allclose([cosine.get_lr(t) for t in (0, 50, 100)], [1, 0.5, 0], atol=1e-15)
    step = schedules.StepLR(optimizer, step_size=30)
    assert_allclose([step.get_lr(t) for t in (29, 30, 59, 60)], [1, 0.1, 0.1, 0.01])
    linear = schedules.LinearLR(optimizer, start_factor=0.1, total_iters=10)
    assert_allclose([linear.get_lr(t) for t in (0, 5, 10, 99)], [0.1, 0.55, 1, 1])


def test_torch_defaults_are_ours():
    optimizer = SGD([Parameter(0.0)], lr=3.0)
    assert_allclose(schedules.LinearLR(optimizer).base_lr, 3)
    assert_allclose(optimizer.lr, 1.0)


@pytest.mark.parametrize(
    ("cls", "name", "options"),
    [
        (schedules.StepLR, "step_size", {"step_size": 0}),
        (schedules.CosineAnnealingLR, "T_max", {"T_max": 0}),
        (schedules.LinearLR, "total_iters", {"total_iters": 0}),
    ],
)
def test_counts_are_at_least_one(cls, name, options):
    with pytest.raises(ValueError, match=f"{name}: 1 이상의 정수 하나"):
        cls(SGD([Parameter(0.0)]), **options)


@pytest.mark.parametrize("factors", [(0, 1), (1.1, 1), (0.5, -0.1), (0.5, 1.1)])
def test_factors_out_of_range(factors):
    with pytest.raises(ValueError, match=r"_factor: 0 (초과|이상) 1 이하인 수"):
        schedules.LinearLR(SGD([Parameter(0.0)]), *factors)


@pytest.mark.parametrize(
    ("milestones", "message"),
    [
        ([5], "milestones: 정수를 2개 넣는다"),
        ([5, 6, 7], "milestones: 정수를 2개 넣는다"),
        ([9, 5], "커지는 차례로 넣는다. 받은 값"),
        ([5, 5], "커지는 차례로 넣는다. 받은 값"),
        ([-5, 5], r"milestones\[0\]: 1 이상의 정수"),
        ([5, 6.5], r"milestones\[1\]: 1 이상의 정수"),
    ],
)
def test_milestones(milestones, message):
    optimizer = SGD([Parameter(0.0)])
    with pytest.raises(ValueError, match=message):
        schedules.SequentialLR(optimizer, parts(schedules, optimizer), milestones)


def test_base_has_no_plan():
    with pytest.raises(NotImplementedError):
        LRScheduler(SGD([Parameter(0.0)]))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda o: schedules.StepLR(o, 2.5), "step_size: 1 이상의 정수"),
        (lambda o: schedules.StepLR(o, 2, gamma="0.1"), "gamma: 유한한 수"),
        (lambda o: schedules.StepLR(0.1, 2), "optimizer: Optimizer 하나.*float"),
        (lambda o: schedules.StepLR(o, 2, last_epoch=-2), "last_epoch: -1 이상의"),
        (lambda o: schedules.CosineAnnealingLR(o, 9, np.nan), "eta_min: 유한한 수"),
        (lambda o: schedules.LambdaLR(o, 0.5), "lr_lambda: 함수를 넣는다"),
        (lambda o: schedules.LambdaLR(o, lambda t: "반"), r"lr_lambda\(t\): 유한한 수"),
        (
            lambda o: schedules.SequentialLR(o, [schedules.StepLR(o, 2), 3], [4]),
            r"schedulers\[1\]: .*받은 것: int",
        ),
        (
            lambda o: schedules.SequentialLR(o, schedules.StepLR(o, 2), []),
            "schedulers: 스케줄의 목록",
        ),
    ],
)
def test_what_is_not_asked_for_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make(SGD([Parameter(0.0)]))
