import numpy as np

from lessons.cnn.augmentation.geometric import flip_matrix, move
from lessons.cnn.augmentation.sample import Sample

image = np.array([[0, 9, 9, 0, 0, 0], [0, 9, 5, 0, 0, 1]], dtype=np.uint8)
sample = Sample(image, boxes=[[1, 0, 3, 2]], masks=image[None] > 4, labels=[7])
flipped = move(sample, flip_matrix((2, 6), "horizontal"))
print(flipped.image)
print("상자:", flipped.boxes[0], "마스크의 픽셀:", flipped.masks.sum())
print("6 - 1에서 바로 뺀 5 - 상자는", [5 - 3, 5 - 1], "한 칸 어긋난다")
