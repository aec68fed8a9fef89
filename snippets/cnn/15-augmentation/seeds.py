import numpy as np

from lessons.cnn.augmentation.compose import Affine, Compose, GaussNoise, HorizontalFlip
from lessons.cnn.augmentation.sample import Sample
from lessons.scenes import make_scene

scene = make_scene(rng=np.random.default_rng(1))
sample = Sample(scene.image, scene.boxes, scene.masks, scene.labels)
flow = Compose([HorizontalFlip(p=0.5), Affine(p=0.7), GaussNoise(p=0.3, sigma=0.05)])
for seed in (0, 0, 1):
    new = flow(sample, rng=np.random.default_rng(seed))
    print(f"씨앗 {seed}: 픽셀의 합 {new.image.sum()}, 상자", new.boxes[0].round(1))
