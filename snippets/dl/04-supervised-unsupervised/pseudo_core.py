import numpy as np

c = np.array([0.0, 4.0])  # 클래스 0과 1의 평균
x = np.array([1.0, 1.9, 2.1, 3.5])
near = np.exp(-((x[:, None] - c) ** 2) / 2)
p = near / near.sum(axis=1, keepdims=True)  # 식 (4.13), s = 1
print("클래스 1의 확률:", p[:, 1].round(3))
print("의사 레이블:", np.where(p.max(axis=1) > 0.9, p.argmax(axis=1), -1))
