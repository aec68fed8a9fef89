import numpy as np

from lessons.cnn.imbalance.weights import sigmoid_focal_loss, sigmoid_focal_loss_grad

p = np.array([0.9, 0.6, 0.1])  # 정답에 준 확률
plain = -np.log(p)
focal = (1 - p) ** 2 * plain  # 식 (13.8), γ = 2
for name, row in (("교차 엔트로피", plain), ("초점 손실", focal)):
    print(f"{name}:", *(f"{loss:.3f}" for loss in row))
print("남은 몫:", *(f"{share:.2f}" for share in focal / plain))
z, y, h = np.log(p / (1 - p)), np.ones(3), 1e-6
slope = sigmoid_focal_loss(z + h, y, -1) - sigmoid_focal_loss(z - h, y, -1)
same = np.allclose(sigmoid_focal_loss_grad(z, y, -1), slope / (2 * h))
print("기울기가 수치 미분과 같은가:", same)
