import numpy as np

from lessons.cnn.segmentation.losses import dice_loss, focal_loss, pixel_cross_entropy

y = np.zeros((1, 10, 10), dtype=int)
y[0, 4, 5] = 1  # 100픽셀 가운데 하나만 물체
losses = {"교차 엔트로피": pixel_cross_entropy, "초점": focal_loss, "Dice": dice_loss}
for p in (0.5, 0.02):
    z = np.zeros((1, 2, 10, 10))
    z[:, 1] = np.log(p / (1 - p))  # 어느 픽셀이나 물체일 확률이 p라고 답한다
    print(f"모두 물체일 확률 {p}")
    for name, loss in losses.items():
        dz = loss(z, y)[1][0, 1]  # 물체의 로짓을 미는 기울기
        here, rest = -dz[4, 5], dz.sum() - dz[4, 5]
        print(f"  {name}: 물체 하나가 끄는 힘 / 배경 99개가 미는 힘 {here / rest:.2f}")
