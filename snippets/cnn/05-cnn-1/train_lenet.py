# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import save
from lessons.cnn.lenet import FASHION_MEAN, FASHION_STD, lenet5
from lessons.cnn.training import accuracy, predict, train_epoch
from lessons.datasets import load_fashion_mnist
from lessons.dl.optimizers import Adam
from lessons.dl.schedules import CosineAnnealingLR

EPOCHS = 7
X_train, y_train = load_fashion_mnist()
X_test, y_test = load_fashion_mnist(train=False)
print(f"픽셀의 평균 {X_train.mean() / 255:.3f}, 표준편차 {X_train.std() / 255:.3f}")
X_train, X_test = (
    (X[:, None] / 255 - FASHION_MEAN) / FASHION_STD for X in (X_train, X_test)
)


def run(seed):
    rng = np.random.default_rng(seed)
    model = lenet5(rng=rng)
    optimizer = Adam(model.parameters(), lr=0.005)
    schedule = CosineAnnealingLR(optimizer, T_max=EPOCHS)
    losses = []
    for _ in range(EPOCHS):
        losses.append(train_epoch(model, X_train, y_train, optimizer, rng=rng))
        schedule.step()
    return model, losses, accuracy(model, X_test, y_test)


runs = [run(seed) for seed in range(3)]
scores = [score for *_, score in runs]
print(f"테스트 정확도 평균 {np.mean(scores):.3f}, 최악 {min(scores):.3f}")
model, losses, score = runs[0]
print("첫 번째 모델의 손실", np.round(losses, 2))
save("cnn/lenet_fashion", dtype="float16", **model.state_dict())
answers = predict(model, X_test).argmax(axis=1).astype(np.uint8)
save("cnn/lenet_fashion_run", scores=np.array(scores), answers=answers)
