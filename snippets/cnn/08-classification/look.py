import numpy as np

from lessons.artifacts import load
from lessons.cnn.classification.grad_cam import explain, pointing_game
from lessons.cnn.classification.shapes import lone_shapes, shape_net
from lessons.cnn.classification.shortcut import stamp
from lessons.scenes import to_input

images, y, boxes = lone_shapes(300, rng=np.random.default_rng(7))
marked = stamp(images, y == 2)
corner = np.tile([3, 3, 9, 9], (len(y), 1))
for name in ("shapes", "shapes_shortcut"):
    model = shape_net(rng=np.random.default_rng(0)).eval()
    model.load_state_dict(load(f"cnn/{name}"))
    cam, z = explain(model[0], model[1], to_input(marked))
    hit = pointing_game(cam, boxes, (64, 64), tolerance=2)
    mark = pointing_game(cam, corner, (64, 64), tolerance=12)
    print(name, f"정확도 {np.mean(z.argmax(axis=1) == y):.2f}")
    for c, shape in enumerate(("원", "네모", "세모")):
        told = hit[y == c].mean(), mark[y == c].mean()
        print(f"  {shape}: 물체를 가리킴 {told[0]:.2f}, 표시를 가리킴 {told[1]:.2f}")
