import numpy as np

from lessons.cnn.augmentation.compose import Affine, Compose, HorizontalFlip
from lessons.datasets import load_fashion_mnist

X = load_fashion_mnist()[0][:50]
print("에폭마다 지나는 사진의 수, 열 에폭 동안 본 서로 다른 사진의 수")
for name, step in {
    "HorizontalFlip(p=0.5)": HorizontalFlip(p=0.5),
    "Affine(p=0.5)": Affine(p=0.5),
    "Affine(p=1)": Affine(p=1),
}.items():
    flow, rng, seen = Compose([step]), np.random.default_rng(0), set()
    for _ in range(10):
        epoch = [flow(x, rng=rng) for x in X]
        seen |= {x.tobytes() for x in epoch}
    print(f"{name}: {len(epoch)}, {len(seen)}")
