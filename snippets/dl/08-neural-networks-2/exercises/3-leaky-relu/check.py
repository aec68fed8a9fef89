import copy

import numpy as np


def layer(forward, backward, default=0.01):
    """forward(z, a)와 backward(dh, z, a)로 만든 층."""

    class Layer:
        def __init__(self, a=default):
            self.a = a

        def forward(self, z):
            self.z = z.copy()
            return forward(z, self.a)

        def backward(self, dh):
            return backward(dh, self.z, self.a)

    return Layer


def leaky(z, a):
    return np.where(z > 0, z, a * z)


def slope(dh, z, a):
    return np.where(z > 0, 1.0, a) * dh


MISTAKES = {
    "음수를 지웠다. ReLU가 아니라 a배로 줄인다.": layer(
        lambda z, a: np.maximum(z, 0), slope
    ),
    "forward도 backward도 ReLU다. 음수를 a배로 줄이고, 그쪽 비탈은 a다.": layer(
        lambda z, a: np.maximum(z, 0), lambda dh, z, a: dh * (z > 0)
    ),
    "받은 a 대신 0.01을 썼다.": layer(lambda z, a: leaky(z, 0.01), slope),
    "받은 a 대신 늘 0.01을 썼다.": layer(
        lambda z, a: leaky(z, 0.01), lambda dh, z, a: slope(dh, z, 0.01)
    ),
    "양수 쪽을 줄였다. 조건을 뒤집는다.": layer(
        lambda z, a: np.where(z > 0, a * z, z), slope
    ),
    "z와 az 가운데 큰 것을 골랐다. a가 1보다 크면 뒤집힌다.": layer(
        lambda z, a: np.maximum(z, a * z), slope
    ),
    "비탈만 돌려주었다. 받은 dh를 곱한다.": layer(
        leaky, lambda dh, z, a: slope(1.0, z, a)
    ),
    "음수 쪽의 기울기를 0으로 막았다. 그쪽 비탈은 a다.": layer(
        leaky, lambda dh, z, a: dh * (z > 0)
    ),
    "backward가 dh를 그대로 돌려주었다. 비탈을 곱한다.": layer(
        leaky, lambda dh, z, a: dh
    ),
    "dh의 부호를 보았다. forward가 받은 z를 본다.": layer(
        leaky, lambda dh, z, a: leaky(dh, a)
    ),
    "z = 0에서 비탈을 1로 정했다. 여기서는 a다.": layer(
        leaky, lambda dh, z, a: np.where(z >= 0, 1.0, a) * dh
    ),
    "출력 h를 곱했다. 비탈을 곱한다.": layer(leaky, lambda dh, z, a: dh * leaky(z, a)),
    "a의 기본값이 다르다. 0.01이다.": layer(leaky, slope, default=0.1),
}


def both(LeakyReLU, a, z, dh):
    """forward가 돌려준 h와 backward가 돌려준 기울기. a가 None이면 기본값"""
    first = LeakyReLU() if a is None else LeakyReLU(a)
    second = LeakyReLU(0.5)
    h = copy.deepcopy(first.forward(z))
    second.forward(-1 - z)  # 다른 층은 끼어들지 않는다
    return h, first.backward(dh)


def cases(rng):
    yield 0.1, np.array([[-2.0, 3.0]]), np.array([[10.0, 10.0]])
    yield None, np.array([-1.0, 0.0, 0.5]), np.array([2.0, -3.0, -5.0])
    for a, shape in ((0.3, (3, 4)), (0.05, (1, 1)), (0.0, (5,)), (1.5, (2, 3, 2))):
        z = rng.choice([-200.0, -0.5, 0.0, 0.3, 0.9, 7.0], size=shape)
        yield a, z, rng.normal(0, 2, shape)
    z = rng.normal(0, 1, (6, 7))
    z[::2, 1] = 0.0
    yield float(rng.uniform(0.05, 0.4)), z, rng.normal(0, 2, (6, 7))


def check(answer) -> None:
    right = layer(leaky, slope)
    tried = cases(answer.rng())
    answer.compare("LeakyReLU", right, tried, MISTAKES, via=both, keeps=("z",))
