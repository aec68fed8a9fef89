import numpy as np

image, t = np.arange(16).reshape(4, 4), np.deg2rad(90)
C = np.array([[1, 0, 2], [0, 1, 2], [0, 0, 1]])  # 가운데가 (2, 2)다
R = np.array([[np.cos(t), np.sin(t), 0], [-np.sin(t), np.cos(t), 0], [0, 0, 1]])
M = C @ R @ np.linalg.inv(C)  # 식 (15.2)
y, x = np.mgrid[:4, :4] + 0.5  # 새 칸의 가운데
u, v, _ = np.linalg.inv(M) @ [x.ravel(), y.ravel(), np.ones(16)]
new = image[np.floor(v).astype(int), np.floor(u).astype(int)]  # 식 (15.3)
print(image, new.reshape(4, 4), sep="\n\n")
