import numpy as np
import torch

from lessons.dl import optimizers, schedules
from lessons.dl.optimizers import Parameter

settings = {
    "SGD": {"lr": 0.01, "momentum": 0.9, "nesterov": True},
    "Adagrad": {"lr": 0.1},
    "RMSprop": {"lr": 0.01, "centered": True},
    "Adam": {"lr": 0.01, "amsgrad": True},
    "AdamW": {"lr": 0.01, "weight_decay": 0.1},
}
for name, options in settings.items():
    rng = np.random.default_rng(0)
    start = rng.standard_normal((3, 4))
    p, q = Parameter(start.copy()), torch.nn.Parameter(torch.tensor(start))
    ours = getattr(optimizers, name)([p], **options)
    theirs = getattr(torch.optim, name)([q], **options)
    plan = schedules.CosineAnnealingLR(ours, T_max=200)
    plan_torch = torch.optim.lr_scheduler.CosineAnnealingLR(theirs, T_max=200)
    gap = 0.0
    for _ in range(200):
        p.grad = rng.standard_normal((3, 4))
        q.grad = torch.tensor(p.grad)
        for each in (ours, theirs, plan, plan_torch):
            each.step()
        gap = max(gap, abs(p.data - q.detach().numpy()).max())
    print(f"{name:8} 200걸음에서 가장 큰 차이 {gap:.10f}")
