import numpy as np

from lessons.datasets import load_digits
from lessons.dl.init import kaiming_normal
from lessons.dl.layers import ReLU
from lessons.dl.mlp_training import accuracy, build_mlp, train

images, digit = load_digits()
order = np.random.default_rng(0).permutation(len(images))
X, y = images[order] / 16, digit[order] % 2
learn, choose, test = slice(0, 400), slice(400, 800), slice(800, None)


def scores(lr, layers, part, seeds):
    """seeds마다 새로 배워 part에서 맞힌 비율"""
    found = []
    for seed in seeds:
        rng = np.random.default_rng(seed)
        model = build_mlp([64, *[16] * layers, 1], ReLU, kaiming_normal, rng=rng)
        train(model, X[learn], y[learn], lr=lr, steps=300)
        found.append(accuracy(model, X[part], y[part]))
    return np.array(found)


layer_counts, rates = (0, 1, 2, 4), (0.1, 0.3, 1.0, 3.0)
print("은닉층의 수:  ", *(f"{layers:5}" for layers in layer_counts))
table = {}
for lr in rates:
    for layers in layer_counts:
        table[lr, layers] = scores(lr, layers, choose, range(3)).mean()
    means = [table[lr, layers] for layers in layer_counts]
    row = ("<0.85" if mean < 0.85 else f"{mean:.3f}" for mean in means)
    print(f"학습률 {lr}:  ", *row)

lr, layers = max(table, key=table.get)
final = scores(lr, layers, test, range(10, 13))
print(f"고른 것: 학습률 {lr}, 은닉층 {layers}개")
print(f"새 시드 셋, 테스트: 평균 {final.mean():.3f}, 가장 나쁜 것 {final.min():.3f}")
