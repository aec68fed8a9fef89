import numpy as np

from lessons.artifacts import load
from lessons.cnn.preprocessing.compose import Compose, Resize, ToFloat
from lessons.cnn.preprocessing.signs import make_signs

right = Compose.from_json(load("cnn/sign_skew")["pipeline"].tobytes().decode())
norm = right.transforms[-1]
images, _ = make_signs(100, rng=np.random.default_rng(5))
suspects = {
    "그대로": right,
    "255로 나누지 않음": Compose([Resize(32), ToFloat(1), norm]),
    "255로 두 번": Compose([Resize(32), ToFloat(255**2), norm]),
    "표준화 없음": Compose([Resize(32), ToFloat()]),
}
for name, compose in suspects.items():
    x = np.stack([compose(image) for image in images])
    print(f"{name}: 평균 {x.mean():.2f}, 표준편차 {x.std():.2f}, {x.shape[1:]}")
x = np.stack([right(image[..., ::-1]) for image in images])
print(f"BGR: 평균 {x.mean():.2f}, 표준편차 {x.std():.2f}, {x.shape[1:]}")
