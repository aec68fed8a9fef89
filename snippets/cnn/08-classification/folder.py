from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PIL import Image

from lessons.cnn.classification.loader import DataLoader
from lessons.datasets import load_fashion_mnist
from lessons.readers.folder import ImageFolder

CLASSES = {1: "바지", 5: "샌들", 7: "운동화"}
X, y = load_fashion_mnist()
with TemporaryDirectory() as place:
    root = Path(place, "옷장")
    for c, name in CLASSES.items():
        (root / name).mkdir(parents=True)
        for i, image in enumerate(X[y == c][:20]):
            Image.fromarray(image).save(root / name / f"{i:02}.png")

    data = ImageFolder(root)
    print(len(data), "장", data.class_to_idx)
    loader = DataLoader(data, batch_size=16, shuffle=True, rng=np.random.default_rng(0))
    for images, labels in loader:
        print(images.shape, images.dtype, np.bincount(labels, minlength=3))
