# 허용 오차: 0.1
import numpy as np
import torch
from torch.nn.functional import avg_pool2d

from lessons.artifacts import save
from lessons.cnn.classification.residual_torch import contestant, share, sprint
from lessons.datasets import load_fashion_mnist

torch.set_num_threads(1)


def half(train):
    X, y = load_fashion_mnist(train)
    X = torch.tensor(X[:, None] / 255, dtype=torch.float32)
    return avg_pool2d(X, 2), torch.tensor(y)


(X, y), (X_test, y_test) = half(True), half(False)
order = torch.randperm(len(X), generator=torch.Generator().manual_seed(0))[1000:]
X, y = X[order], y[order]  # 학습률을 고를 때와 같은 5,000장

ARMS = {  # 이름: (층수, 지름길, 기울기의 한계, 검증 데이터로 고른 학습률)
    "56층, 없음": (56, False, None, 0.3),
    "56층, 없음, 자름": (56, False, 1.0, 1.0),
    "56층, 있음": (56, True, None, 0.3),
    "20층, 없음": (20, False, None, 0.3),
    "20층, 있음": (20, True, None, 0.1),
}
losses, scores = [], []
for name, (depth, skip, clip, lr) in ARMS.items():
    runs = []
    for seed in range(3):
        torch.manual_seed(seed)
        model = contestant(depth, skip)
        generator = torch.Generator().manual_seed(seed)
        losses.append(sprint(model, X, y, lr, clip=clip, generator=generator))
        runs.append((share(model, X[:1000], y[:1000]), share(model, X_test, y_test)))
    fit, test = np.mean(runs, axis=0)
    worst = min(t for _, t in runs)
    print(f"{name}: 학습 데이터 {fit:.2f}, 테스트 {test:.2f} (최악 {worst:.2f})")
    scores.append(runs)
save("cnn/residual_contest", losses=np.array(losses), scores=np.array(scores))
