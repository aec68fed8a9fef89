import numpy as np

from lessons.datasets import load_iris
from lessons.dl.perceptron import Perceptron

X, kind = load_iris()
pairs = {"세토사와 나머지": (kind >= 0, kind == 0)}
pairs["버시컬러와 버지니카"] = (kind > 0, kind == 2)
for name, (rows, label) in pairs.items():
    turns, right = [], []
    for seed in range(3):
        model = Perceptron(rng=np.random.default_rng(seed))
        model.fit(X[rows], label[rows])
        turns.append(model.n_iter_)
        right.append(model.score(X[rows], label[rows]))
    print(f"{name}: {turns}바퀴")
    print(f"  훈련 정확도 평균 {np.mean(right):.2f}, 가장 나쁜 것 {min(right):.2f}")
