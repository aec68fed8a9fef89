# 허용 오차: 0.03
import numpy as np

from lessons.cnn.overfitting.ensemble import soft_vote
from lessons.cnn.overfitting.small_fashion import (
    fashion_split,
    halve,
    learn,
    small_net,
)
from lessons.datasets import load_fashion_mnist
from lessons.dl.optimizers import AdamW
from lessons.dl.softmax import softmax

X, y, *_ = fashion_split(500, 0.3, rng=np.random.default_rng(0))
rng = np.random.default_rng(0)
model = small_net(dropout=0.6, rng=rng)
learn(model, X, y, AdamW(model.parameters(), 4e-3, weight_decay=0), rng=rng)
X_test, y_test = load_fashion_mnist(train=False)
X_test = halve(X_test)


def answer():
    return softmax(model(X_test).data, axis=1)


def right(P):
    return f"{np.mean(P.argmax(axis=1) == y_test):.2f}"


model.train()
passes = np.array([answer() for _ in range(50)])
model.eval()
changed = np.mean(passes[0].argmax(axis=1) != passes[1].argmax(axis=1))
print("끄고:", right(answer()))
print("켜고 한 번:", right(passes[0]))
print(f"켜고 두 번 물으면 답이 달라지는 사진: {changed:.2f}")
print("켜고 쉰 번 평균:", right(soft_vote(passes)))
