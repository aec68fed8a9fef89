import numpy as np

from lessons.datasets import load_digits
from lessons.dl.init import kaiming_normal
from lessons.dl.layers import ReLU
from lessons.dl.mlp_training import build_mlp, train

images, digit = load_digits()
order = np.random.default_rng(0).permutation(len(images))[:400]
X, y = images[order] / 16, digit[order] % 2

for lr in (0.3, 3.0):
    model = build_mlp([64, 16, 1], ReLU, kaiming_normal, rng=np.random.default_rng(0))
    loss = train(model, X, y, lr=lr, steps=300)[-1]
    hidden, relu, _ = model.layers
    alive = (relu.z > 0).any(axis=0).sum()
    print(f"학습률 {lr}: 손실 {loss:.2f}, 한 번이라도 켜지는 유닛 {alive}개")
    print("  첫 층의 기울기가 모두 0인가:", not hidden.dW.any())
