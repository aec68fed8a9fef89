import numpy as np

from lessons.dl.affine import one_hot
from lessons.dl.linear_regression import LinearRegression

price = np.array([3.0, 9.0, 4.0])
for numbering in ([0, 1, 2], [0, 2, 1]):
    y = np.array(numbering)
    number = y[:, None]
    inputs = {"번호": number, "원-핫": one_hot(y)}
    for name, X in inputs.items():
        y_hat = LinearRegression().fit(X, price).predict(X)
        print(f"사과·배·감 = {numbering}, {name}:", y_hat.round(2) + 0.0)
