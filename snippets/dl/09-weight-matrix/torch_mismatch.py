import torch
from torch import nn

layer = nn.Linear(3, 2)
for shape in ((4, 3), (4, 2)):
    try:
        print(shape, "→", tuple(layer(torch.ones(shape)).shape))
    except RuntimeError as error:
        print(shape, "→", error)
