import numpy as np

from lessons.datasets import load_photo

photo = load_photo("coffee", size=128)
now, before = photo[:, 1:], photo[:, :-1]  # 카메라가 한 픽셀 움직였다
wrong = now - before
right = now.astype(float) - before
print("자료형", wrong.dtype, "범위", wrong.min(), "–", wrong.max())
print("자료형", right.dtype, "범위", right.min(), "–", right.max())
print(f"정말 100 넘게 바뀐 값 {np.mean(np.abs(right) > 100):.1%}")
print(f"uint8이 100 넘게 바뀌었다고 한 값 {np.mean(wrong > 100):.1%}")
