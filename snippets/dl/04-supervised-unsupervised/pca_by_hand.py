import numpy as np

X = np.array([[5, 4], [1, 0], [4, 1], [2, 3]])
m = X.mean(axis=0)
S = (X - m).T @ (X - m) / (len(X) - 1)  # 식 (4.8)
values, vectors = np.linalg.eigh(S)  # 작은 것부터, 고유벡터는 열로
v = vectors[:, -1] * np.sign(vectors[0, -1])  # 부호는 약속이다

print("3S =", (3 * S).round(6).tolist())
print("첫 주성분:", v.round(4), "분산:", values[-1].round(4))
print("남는 몫:", (values[-1] / values.sum()).round(4))
z = (X - m) @ v  # 새 축에서 읽은 좌표
print("되살린 점:", (np.outer(z, v) + m).round(6).tolist())
