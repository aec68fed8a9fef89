import numpy as np

from lessons.dl.vit import patchify

image = np.arange(16).reshape(1, 1, 4, 4)
print(image[0, 0])
print("패치 넷:")
print(patchify(image, 2)[0].astype(int))
print("224×224 컬러를 16×16으로:", patchify(np.zeros((1, 3, 224, 224)), 16).shape)
