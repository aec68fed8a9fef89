import numpy as np

from lessons.cnn.filters.correlation import to_gray
from lessons.datasets import load_photo

photo = load_photo("astronaut", size=128)
red = np.array([[[255, 0, 0]]])
right, wrong = to_gray(red)[0, 0], to_gray(red[..., ::-1])[0, 0]
print(f"빨강의 밝기 {right:.1f}, 채널이 뒤집히면 {wrong:.1f}")
error = np.abs(to_gray(photo) - to_gray(photo[..., ::-1]))
print(f"사진의 밝기가 평균 {error.mean():.1f}, 많게는 {error.max():.0f}만큼 달라진다")
