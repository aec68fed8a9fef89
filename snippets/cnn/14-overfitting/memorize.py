# 허용 오차: 0.03
import numpy as np

from lessons.artifacts import save
from lessons.cnn.overfitting.small_fashion import fashion_split, halve, small_net
from lessons.cnn.training import accuracy, train_epoch
from lessons.datasets import load_fashion_mnist
from lessons.dl.optimizers import AdamW

X_test, y_test = load_fashion_mnist(train=False)
X_test, kept = halve(X_test), {}
for name, wrong in (("참", 0), ("무작위", 1)):
    rows, path = [], []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        X, y, *_ = fashion_split(1000, rng=rng)
        if wrong:
            y = rng.integers(0, 10, len(y))  # 사진과 아무 상관이 없는 정답
        model = small_net(rng=rng)
        optimizer = AdamW(model.parameters(), 2e-3, weight_decay=0)
        epoch, right = 0, 0.0
        while right < 1 and epoch < 300:
            train_epoch(model, X, y, optimizer, 100, rng=rng)
            epoch, right = epoch + 1, accuracy(model, X, y)
            if seed == 0:
                path.append(right)
        rows.append([right, epoch, accuracy(model, X_test, y_test)])
    worst, (_, epochs, test) = np.min(rows, axis=0), np.mean(rows, axis=0)
    print(f"{name} 정답: 훈련 최악 {worst[0]:.1%}, 테스트 평균 {test:.2f}")
    kept["true" if not wrong else "random"] = np.array(rows)
    kept["true_path" if not wrong else "random_path"] = np.array(path)
save("cnn/overfit_memorize", **kept)
