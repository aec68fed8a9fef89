import numpy as np

from lessons.cnn.detection.yolo import assign, yolo_loss

target = assign([[10, 20, 30, 36]], [2], grid=8, size=64)[None]
out = np.zeros((1, 8, 8, 8))
print(f"아무것도 모르는 출력: {yolo_loss(out, target):.2f}")
print(f"객체 {64 * np.log(2):.2f} + 클래스 {np.log(3):.2f} + 상자", end=" ")
size = 4 * ((0.5**0.5 - (20 / 64) ** 0.5) ** 2 + (0.5**0.5 - 0.5) ** 2)
print(f"{5 * size:.2f} = {64 * np.log(2) + np.log(3) + 5 * size:.2f}")
out[:, 0] = -4  # 어디에도 없다고 말한다
print(f"모두 없다고 하면: {yolo_loss(out, target):.2f}")
