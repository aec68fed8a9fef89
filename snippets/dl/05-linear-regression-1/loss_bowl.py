import matplotlib.pyplot as plt
import numpy as np

from lessons.plotting import use_korean_font

use_korean_font()
x = np.array([1.0, 2.0, 3.0])
y = np.array([14.0, 22.0, 24.0])


def loss(w, b):
    w, b = np.asarray(w)[..., None], np.asarray(b)[..., None]
    return np.mean((y - (w * x + b)) ** 2, axis=-1)


fig, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.6), layout="constrained")
w = np.linspace(1, 9, 81)
left.plot(w, loss(w, 10), color="C3")
left.plot(5, 2, "o", color="C1")
left.annotate("(5, 2)", (5, 2), (5, 12), ha="center")
left.set(title="b = 10일 때의 단면", xlabel="기울기 w", ylabel="평균 제곱 오차 L")

w, b = np.meshgrid(np.linspace(-1, 11, 121), np.linspace(-2, 22, 121))
lines = right.contour(w, b, loss(w, b), [5, 10, 20, 40, 80], colors="C0")
right.clabel(lines, [10, 20, 40, 80], fmt="%g")
right.axhline(10, color="C3", linestyle=":")
right.plot(5, 10, "o", color="C1")
right.plot(3, 12, "s", color="C2")
right.set(title="같은 손실을 이은 선", xlabel="기울기 w", ylabel="편향 b")
right.set(xticks=[0, 5, 10], yticks=[0, 10, 20])
plt.show()
