import numpy as np

from lessons.artifacts import load
from lessons.cnn.classification.grad_cam import grad_cam
from lessons.cnn.classification.shapes import lone_shapes, shape_net
from lessons.scenes import to_input

features, head = model = shape_net(rng=np.random.default_rng(0)).eval()
model.load_state_dict(load("cnn/shapes"))
images, y, boxes = lone_shapes(1, rng=np.random.default_rng(7))

A = features(to_input(images))
z = head(A)
z.backward(np.eye(3)[z.data.argmax(axis=1)])  # 고른 클래스의 로짓만 거꾸로 흘린다
cam = grad_cam(A.data, A.grad)[0]
i, j = np.unravel_index(cam.argmax(), cam.shape)
print("특성 맵", A.shape, "지도", cam.shape)
print(f"가장 뜨거운 칸의 한가운데 ({4 * j + 2}, {4 * i + 2}), 도형의 상자 {boxes[0]}")
