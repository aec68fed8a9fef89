# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import save
from lessons.cnn.lenet import small_lenet
from lessons.cnn.training import accuracy, train_epoch
from lessons.datasets import load_digits
from lessons.dl.optimizers import Adam
from lessons.dl.schedules import CosineAnnealingLR
from lessons.dl.train_test_split import train_test_split

EPOCHS = 15


def run(split, seed):
    """split은 데이터를 나누는 씨앗, seed는 처음 가중치와 차례의 씨앗"""
    X, y = load_digits()
    X_train, X_test, y_train, y_test = train_test_split(
        X.reshape(-1, 1, 8, 8) / 16,
        y,
        test_size=360,
        stratify=y,
        rng=np.random.default_rng(split),
    )
    rng = np.random.default_rng(seed)
    model = small_lenet(rng=rng)
    optimizer = Adam(model.parameters(), lr=0.005)
    schedule = CosineAnnealingLR(optimizer, T_max=EPOCHS)
    for _ in range(EPOCHS):
        train_epoch(model, X_train, y_train, optimizer, 32, rng=rng)
        schedule.step()
    return model, accuracy(model, X_test, y_test)


model, first = run(0, 0)
starts = [first, run(0, 1)[1], run(0, 2)[1]]
splits = [first, run(1, 0)[1], run(2, 0)[1]]
print(f"처음 가중치 셋: 평균 {np.mean(starts):.3f}, 최악 {min(starts):.3f}")
print(f"나누기 셋:     평균 {np.mean(splits):.3f}, 최악 {min(splits):.3f}")
save("cnn/lenet_digits", **model.state_dict())
save("cnn/lenet_digits_run", starts=np.array(starts), splits=np.array(splits))
