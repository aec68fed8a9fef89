import numpy as np
import torch

from lessons.artifacts import load
from lessons.cnn.classification import grad_cam, grad_cam_torch, shapes, shapes_torch
from lessons.scenes import to_input

state = load("cnn/shapes_shortcut")
images, *_ = shapes.lone_shapes(20, rng=np.random.default_rng(7))
x = to_input(images)
ours = shapes.shape_net(rng=np.random.default_rng(0)).eval()
ours.load_state_dict(state)
model = shapes_torch.shape_net().double().eval()
model.load_state_dict({k: torch.tensor(v) for k, v in state.items()})

cam, z = grad_cam.explain(ours[0], ours[1], x)
cam_torch, z_torch = grad_cam_torch.explain(model, model[0], torch.tensor(x))
print("지도가 같은가", np.allclose(cam, cam_torch), cam.shape)
print("로짓이 같은가", np.allclose(z, z_torch))
