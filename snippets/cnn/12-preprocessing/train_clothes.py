# 허용 오차: 0.03
import numpy as np
import torch
from torch import nn

from lessons.artifacts import save
from lessons.cnn.lenet_torch import lenet5
from lessons.cnn.preprocessing.histogram import equalize_hist
from lessons.cnn.preprocessing.normalize import min_max
from lessons.datasets import load_fashion_mnist

torch.set_num_threads(1)
EPOCHS, LR, SEEDS = 5, 0.005, 3
X, y = load_fashion_mnist()
X_test, y_test = load_fashion_mnist(train=False)
mean, std = X.mean() / 255, X.std() / 255
x = X_test / 255


def norm(x, mean=mean, std=std):
    return (x - mean) / std


def train(seed):
    torch.manual_seed(seed)
    model = lenet5()
    inputs, targets = torch.tensor(norm(X[:, None] / 255)).float(), torch.tensor(y)
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(inputs)).split(64):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(inputs[batch]), targets[batch]).backward()
            optimizer.step()
        schedule.step()
    return model


def alone(x, y):
    """한 클래스씩 모아 그 묶음의 통계로 표준화한다."""
    out = np.empty_like(x)
    for label in range(10):
        batch = x[y == label]
        out[y == label] = norm(batch, batch.mean(), batch.std())
    return out


served = {
    "학습 때와 같게": norm(x),
    "흰 바탕에 검은 옷": norm(1 - x),
    "방향 6을 무시(누움)": norm(np.rot90(x, 1, (1, 2))),
    "방향 3을 무시(거꾸로)": norm(x[:, ::-1, ::-1]),
    "255로 나누지 않음": norm(255 * x),
    "255로 두 번 나눔": norm(x / 255),
    "표준화를 빠뜨림": x,
    "표준화를 두 번": norm(norm(x)),
    "평활화를 더함": norm(np.stack([equalize_hist(one) for one in X_test]) / 255),
    "사진마다 최소-최대": norm(np.stack([min_max(one) for one in x])),
    "테스트의 통계": norm(x, x.mean(), x.std()),
    "한 클래스만 모은 통계": alone(x, y_test),
}
scores = np.zeros((SEEDS, len(served)))
for seed in range(SEEDS):
    model = train(seed)
    with torch.no_grad():
        for at, inputs in enumerate(served.values()):
            z = model(torch.tensor(np.ascontiguousarray(inputs[:, None])).float())
            scores[seed, at] = np.mean(z.argmax(1).numpy() == y_test)

print(
    f"옷 사진 테스트 정확도 {scores[:, 0].mean():.2f} (최악 {scores[:, 0].min():.2f})"
)
names = np.frombuffer("\n".join(served).encode(), dtype=np.uint8)
save("cnn/clothes_skew", scores=scores, names=names)
