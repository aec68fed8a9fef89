# 허용 오차: 0.02
import numpy as np

from lessons.cnn.training import accuracy, train_epoch
from lessons.cnn.vgg import small_vgg
from lessons.datasets import load_digits
from lessons.dl.optimizers import SGD
from lessons.dl.schedules import CosineAnnealingLR

X, y = load_digits()
order = np.random.default_rng(0).permutation(len(X))
X, y = X[order].reshape(-1, 1, 8, 8) / 16, y[order]
X_train, y_train, X_test, y_test = X[:1200], y[:1200], X[1200:], y[1200:]


def scores(model, X, y, size):
    """학습 상태 그대로 size장씩 잰 정확도"""
    model.train()
    right = 0
    for start in range(0, len(X), size):
        z = model(X[start : start + size]).data
        right += (z.argmax(axis=1) == y[start : start + size]).sum()
    return right / len(X)


def learn(seed, lower=False):
    rng = np.random.default_rng(seed)
    model = small_vgg([(8,), (16,)], batch_norm=True, rng=rng)
    optimizer = SGD(model.parameters(), lr=0.1, momentum=0.9)
    schedule = CosineAnnealingLR(optimizer, T_max=6)
    for _ in range(6):
        train_epoch(model, X_train, y_train, optimizer, 50, rng=rng)
        if lower:
            schedule.step()
    return model


table = []
for seed in range(3):
    model = learn(seed)
    state = model.state_dict()
    right = accuracy(model, X_test, y_test)
    mixed = scores(model, X_test, y_test, 50)
    sort = np.argsort(y_test, kind="stable")
    sorted_ = scores(model, X_test[sort], y_test[sort], 50)
    one = scores(model, X_test, y_test, 1)
    moved = np.abs(model[1].running_mean - state["1.running_mean"]).max()
    for layer in (model[1], model[5]):  # 배우기가 끝난 뒤의 통계를 새로 모은다
        layer.momentum, layer.num_batches_tracked = None, 0
    scores(model, X_train, y_train, 50)
    again = accuracy(model, X_test, y_test)
    lowered = accuracy(learn(seed, lower=True), X_test, y_test)
    table.append((right, mixed, sorted_, one, again, lowered))
    print(f"씨앗 {seed}: 재기만 했는데 이동 평균이 바뀌었는가: {moved > 0.001}")
names = (
    "eval()",
    "train() 섞어서",
    "train() 번호 차례로",
    "train() 한 장씩",
    "통계를 다시 모은 eval()",
    "학습률을 낮추며 배운 eval()",
)
for name, values in zip(names, np.transpose(table), strict=True):
    print(f"{name}: 평균 {values.mean():.2f}, 최악 {values.min():.2f}")
