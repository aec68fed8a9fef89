# 허용 오차: 0.1
import torch
from torch.nn.functional import avg_pool2d

from lessons.artifacts import save
from lessons.cnn.classification.residual_torch import contestant, share, sprint
from lessons.datasets import load_fashion_mnist

torch.set_num_threads(1)
X, y = load_fashion_mnist()
X = avg_pool2d(torch.tensor(X[:, None] / 255, dtype=torch.float32), 2)
order = torch.randperm(len(X), generator=torch.Generator().manual_seed(0))
X, y = X[order], torch.tensor(y)[order]
X_valid, y_valid, X, y = X[:1000], y[:1000], X[1000:], y[1000:]

ARMS = {
    "56층, 없음": (56, False, None, (0.1, 0.3, 1.0)),
    "56층, 없음, 자름": (56, False, 1.0, (0.3, 1.0, 3.0)),
    "56층, 있음": (56, True, None, (0.1, 0.3, 1.0)),
    "20층, 없음": (20, False, None, (0.1, 0.3, 1.0)),
    "20층, 있음": (20, True, None, (0.03, 0.1, 0.3)),
}
kept = {}
for i, (name, (depth, skip, clip, rates)) in enumerate(ARMS.items()):
    scores = []
    for lr in rates:
        torch.manual_seed(9)
        model = contestant(depth, skip)
        generator = torch.Generator().manual_seed(9)
        sprint(model, X, y, lr, clip=clip, generator=generator)
        scores.append(share(model, X_valid, y_valid))
    told = ", ".join(f"{lr:g}에서 {s:.2f}" for lr, s in zip(rates, scores, strict=True))
    print(f"{name}: {told}")
    kept[f"arm_{i}"] = scores
save("cnn/residual_rates", **kept)
