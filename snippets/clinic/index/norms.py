import numpy as np

from lessons import nn
from lessons.clinic.looks import grad_norms
from lessons.clinic.patient import digit_net, digit_rows

X, y, _, _ = digit_rows()


def told(model):
    nn.functional.cross_entropy(model(X), y).backward()
    norms = grad_norms(model)
    return " ".join(f"{n:.0e}" for k, n in norms.items() if k.endswith("weight"))


deep = digit_net((64, *[32] * 6, 10), rng=np.random.default_rng(0))
print("ReLU, He        ", told(deep))

rng = np.random.default_rng(0)
layers = []
for fan_in, fan_out in ((64, 32), *[(32, 32)] * 5, (32, 10)):
    layers += [nn.Linear(fan_in, fan_out, rng=rng), nn.Sigmoid()]
print("시그모이드, 기본", told(nn.Sequential(*layers[:-1])))

for layer in [*deep][::2]:
    layer.weight.data *= 0
deep.zero_grad()
print("ReLU, 모두 0    ", told(deep))
