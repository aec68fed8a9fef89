import numpy as np

from lessons import Array


def lion_step(
    w: Array,
    g: Array,
    m: Array,
    lr: float = 1e-4,
    betas: tuple[float, float] = (0.9, 0.99),
    weight_decay: float = 0.0,
) -> tuple[Array, Array]:
    """Lion의 한 걸음.

    w, g, m: 모양이 같은 가중치, 기울기, 모멘텀. 바꾸지 않는다
    반환: 새 가중치와 새 모멘텀
    """
    beta1, beta2 = betas
    c = beta1 * m + (1 - beta1) * g
    w = w - lr * (np.sign(c) + weight_decay * w)
    return w, beta2 * m + (1 - beta2) * g


w, m = np.array([1.0, -2.0, 3.0]), np.zeros(3)
for g in ([1000.0, 0.001, 0.0], [-1.0, -1.0, 5.0]):
    w, m = lion_step(w, np.array(g), m, lr=0.1)
    print("w", w.round(3), "m", m.round(3))
