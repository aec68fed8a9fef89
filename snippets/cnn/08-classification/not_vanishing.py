# 허용 오차: 0.1
import numpy as np
import torch
from torch.nn.functional import avg_pool2d, cross_entropy

from lessons.cnn.classification.residual_torch import agreement, contestant, gradients
from lessons.datasets import load_fashion_mnist

torch.set_num_threads(1)
X, y = load_fashion_mnist()
X = avg_pool2d(torch.tensor(X[:, None] / 255, dtype=torch.float64), 2)
y = torch.tensor(y)


def step_along(model, gradient, size):
    """커널 전체의 길이의 size배만큼 기울기의 반대쪽으로 옮기고, 약속된 감소를 낸다."""
    kernels = [p for p in model.parameters() if p.ndim == 4]
    length = torch.cat([p.detach().flatten() for p in kernels]).norm()
    slope = torch.cat([g.flatten() for g in gradient]).norm()
    with torch.no_grad():
        for p, g in zip(kernels, gradient, strict=True):
            p -= size * length / slope * g
    return float(size * length * slope)  # 식 (8.8)


def look(depth, skip, seed):
    torch.manual_seed(seed)
    model = contestant(depth, skip).double()
    generator = torch.Generator().manual_seed(seed)
    batches = torch.randperm(len(X), generator=generator)[:128].split(32)
    (x, t), *others = ((X[b], y[b]) for b in batches)
    g = gradients(model, x, t)
    across = [agreement(g, gradients(model, *other)) for other in others]
    before = cross_entropy(model(x), t).item()
    promised = step_along(model, g, 0.001)
    kept = (before - cross_entropy(model(x), t).item()) / promised
    sizes = [layer.norm().item() for layer in (g[0], g[-1])]
    return *sizes, np.mean(across), agreement(g, gradients(model, x, t)), kept


for depth, skip in ((20, False), (56, False), (20, True), (56, True)):
    told = [look(depth, skip, seed) for seed in range(3)]
    first, last, across, after, kept = np.mean(told, axis=0)
    print(f"{depth}층, 지름길 {'있음' if skip else '없음'}")
    print(f"  크기: 첫 층 {first:.0e}, 끝 층 {last:.0e}")
    print(f"  방향: 다른 배치와 {across:.1f}, 한 걸음 뒤와 {after:.1f}")
    print(f"  손실이 약속대로 준 비율 {kept:.1f}")
