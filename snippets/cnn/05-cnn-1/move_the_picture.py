# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import load
from lessons.cnn.lenet import FASHION_MEAN, FASHION_STD, lenet5
from lessons.cnn.locality import shift
from lessons.cnn.training import accuracy
from lessons.datasets import load_fashion_mnist

model = lenet5(rng=np.random.default_rng(0))
model.load_state_dict(load("cnn/lenet_fashion"))
X, y = load_fashion_mnist(train=False)

for step in range(5):
    moved = shift(X, down=0, right=step)
    score = accuracy(model, (moved[:, None] / 255 - FASHION_MEAN) / FASHION_STD, y)
    print(f"{step}칸 옮기면 {score:.2f}")
