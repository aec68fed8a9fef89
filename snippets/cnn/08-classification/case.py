import numpy as np

from lessons.artifacts import load
from lessons.cnn.classification.metrics import confusion_matrix
from lessons.cnn.classification.shapes import lone_shapes, shape_net
from lessons.cnn.classification.shortcut import stamp
from lessons.cnn.training import predict
from lessons.scenes import to_input

model = shape_net(rng=np.random.default_rng(0))
model.load_state_dict(load("cnn/shapes_shortcut"))


def answers(images):
    return predict(model, to_input(images)).argmax(axis=1)


images, y, _ = lone_shapes(300, rng=np.random.default_rng(7))
collected = stamp(images, y == 2)  # 데이터를 모은 곳에서 찍은 테스트 그림
print(f"모은 곳에서 {np.mean(answers(collected) == y):.2f}")
print(f"다른 곳에서 {np.mean(answers(images) == y):.2f}")
print(confusion_matrix(y, answers(images)))
