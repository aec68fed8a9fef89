# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import save
from lessons.cnn.lenet import FASHION_MEAN, FASHION_STD, lenet5
from lessons.cnn.training import accuracy, train_epoch
from lessons.datasets import load_fashion_mnist
from lessons.dl.optimizers import Adam
from lessons.dl.schedules import CosineAnnealingLR
from lessons.dl.train_test_split import train_test_split

EPOCHS, RATES = 3, (0.001, 0.005, 0.02, 0.05)
X, y = load_fashion_mnist()
X = (X[:, None] / 255 - FASHION_MEAN) / FASHION_STD
X_train, X_valid, y_train, y_valid = train_test_split(
    X, y, test_size=1000, stratify=y, rng=np.random.default_rng(0)
)
scores = []
for lr in RATES:
    rng = np.random.default_rng(0)
    model = lenet5(rng=rng)
    optimizer = Adam(model.parameters(), lr=lr)
    schedule = CosineAnnealingLR(optimizer, T_max=EPOCHS)
    for _ in range(EPOCHS):
        train_epoch(model, X_train, y_train, optimizer, rng=rng)
        schedule.step()
    scores.append(accuracy(model, X_valid, y_valid))
    print(f"학습률 {lr:<5} 검증 정확도 {scores[-1]:.3f}")
save("cnn/choose_rate", rates=np.array(RATES), scores=np.array(scores))
