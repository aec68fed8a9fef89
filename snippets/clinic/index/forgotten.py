import numpy as np

from lessons import nn
from lessons.clinic.looks import grad_norms
from lessons.clinic.patient import digit_net, digit_rows

X, y, _, _ = digit_rows()
for clear in (True, False):
    model = digit_net(rng=np.random.default_rng(0))
    sizes = []
    for _ in range(4):
        if clear:
            model.zero_grad()
        nn.functional.cross_entropy(model(X), y).backward()
        sizes.append(grad_norms(model)["4.weight"])
    told = " ".join(f"{size / sizes[0]:.1f}" for size in sizes)
    print(f"{'비우고' if clear else '비우지 않고'}: {told}")
