import numpy as np

from lessons.cnn.vgg import small_vgg
from lessons.datasets import load_digits

X, _ = load_digits()
X = X.reshape(-1, 1, 8, 8) / 16
model = small_vgg([(8,), (16,)], batch_norm=True, rng=np.random.default_rng(0))
for mode in ("train", "eval"):
    getattr(model, mode)()
    alone = [model(X[[0, *others]]).data[0] for others in ([1, 2, 3], [4, 5, 6])]
    print(f"{mode}(): 곁의 그림만 바꾸었을 때 같은 답인가", np.allclose(*alone))
