import numpy as np

from lessons import nn
from lessons.cnn.lenet import lenet5

model = lenet5(rng=np.random.default_rng(0))
x, sizes = np.zeros((1, 1, 28, 28)), {}
print(f"{'층':<10}{'출력':<16}매개변수     곱셈")
for layer in model:
    x, kind = layer(x), type(layer).__name__
    count = sum(p.data.size for p in layer.parameters())
    places = x.shape[2] * x.shape[3] if kind == "Conv2d" else 1  # 가중치를 쓰는 자리
    weights = layer.weight.data.size if count else 0
    sizes[kind] = sizes.get(kind, 0) + count
    if not isinstance(layer, nn.ReLU):
        line = f"{kind:<11}{x.shape[1:]!s:<18}{count:>6,}"
        print(f"{line}{weights * places:>9,}")
total, conv = sum(sizes.values()), sizes["Conv2d"]
print(f"모두 {total:,}개, 합성곱층 {conv:,}개({conv / total:.1%})")
