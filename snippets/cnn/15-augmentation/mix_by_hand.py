import numpy as np

from lessons.cnn.augmentation.mix import cutmix, mixup

X = np.stack([np.zeros((1, 4, 4)), np.ones((1, 4, 4))])
Y = np.eye(2)
mixed, labels = mixup(X, Y, rng=np.random.default_rng(1))
print("MixUp의 픽셀과 정답:", mixed[0, 0, 0, 0].round(2), labels[0].round(2))
mixed, labels = cutmix(X, Y, rng=np.random.default_rng(7))
print(mixed[0, 0].astype(int))
print("CutMix의 정답:", labels[0].round(4), "1인 칸의 몫:", mixed[0].mean())
