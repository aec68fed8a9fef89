import numpy as np

from lessons.artifacts import load
from lessons.cnn.classification.shapes import lone_shapes, shape_net
from lessons.scenes import to_input

images, y, _ = lone_shapes(90, rng=np.random.default_rng(8))
order = np.argsort(y, kind="stable")  # 폴더째 읽은 차례
X, y = to_input(images[order]), y[order]
model = shape_net(rng=np.random.default_rng(0))
model.load_state_dict(load("cnn/shapes"))
for mode in (model.train, model.eval):
    mode()
    right = [model(X[i : i + 30]).data.argmax(axis=1) for i in range(0, 90, 30)]
    print(mode.__name__, f"{np.mean(np.concatenate(right) == y):.2f}")
