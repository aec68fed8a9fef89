import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_digits
from lessons.dl.mlp import MLP, train
from lessons.dl.optimizers import Adam
from lessons.dl.softmax import softmax
from lessons.dl.train_test_split import train_test_split
from lessons.plotting import use_korean_font

X, y = load_digits()
rng = np.random.default_rng(0)
X_train, X_test, y_train, y_test = train_test_split(X / 16, y, rng=rng, stratify=y)
model = MLP((64, 32, 10), rng=rng)
optimizer = Adam(model.parameters(), lr=0.005)
train(model, X_train, y_train, optimizer, epochs=10, batch_size=32, rng=rng)
p = softmax(model(X_test).data, axis=1)
right, said = p.argmax(axis=1) == y_test, p.max(axis=1)
print(f"테스트 정확도 {right.mean():.2f}, 말한 확률의 평균 {said.mean():.2f}")

sure, unsure = said.argmax(), said.argmin()
mistaken = np.where(right, 0, said).argmax()
use_korean_font()
fig, axes = plt.subplots(2, 3, figsize=(6.4, 4), layout="constrained")
for column, (title, n) in enumerate(
    (("가장 자신 있는", sure), ("가장 자신 없는", unsure), ("자신 있게 틀린", mistaken))
):
    print(f"{title} 사진: 정답 {y_test[n]}, 답 {p[n].argmax()} ({said[n]:.2f})")
    axes[0, column].imshow(X_test[n].reshape(8, 8), cmap="gray_r")
    axes[0, column].set(title=f"{title} (정답 {y_test[n]})", xticks=[], yticks=[])
    axes[1, column].bar(range(10), p[n])
    axes[1, column].set(ylim=(0, 1), xticks=range(10))
axes[1, 0].set_ylabel("확률")
plt.show()
