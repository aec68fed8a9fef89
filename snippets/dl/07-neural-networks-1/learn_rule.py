import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
s = np.array([-1, -1, -1, 1])  # AND: 정답이 1이면 1, 0이면 −1
w, b = np.zeros(2), 0.0

turns, wrong = 0, 1
while wrong:
    turns, wrong = turns + 1, 0
    for x, sign in zip(X, s, strict=True):
        if sign * (w @ x + b) <= 0:  # 경계 위도 고친다
            w, b = w + sign * x, b + sign
            wrong += 1
print(f"{turns}바퀴째에 다 맞혔다. w = {w}, b = {b}")
