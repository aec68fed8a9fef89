import numpy as np

from lessons.dl.perceptron import Perceptron

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
targets = {
    "AND": [0, 0, 0, 1],
    "OR": [0, 1, 1, 1],
    "NAND": [1, 1, 1, 0],
    "XOR": [0, 1, 1, 0],
}
for name, y in targets.items():
    model = Perceptron(shuffle=False).fit(X, y)
    w, b = model.coef_[0], model.intercept_[0]
    print(f"{name:4} {model.n_iter_:4d}바퀴, 정확도 {model.score(X, y):.2f}")
    print(f"     w = {w}, b = {b}, 틀린 수 {model.mistakes_[:9]}")
