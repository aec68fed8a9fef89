"""옵티마이저."""

import numpy as np


class Adam:
    """data와 grad가 있는 것들을 Adam으로 제자리에서 고친다."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params, self.lr, self.betas, self.eps = list(params), lr, betas, eps
        self.t = 0
        self.moments = [
            (np.zeros_like(p.data), np.zeros_like(p.data)) for p in self.params
        ]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    def step(self):
        self.t += 1
        (b1, b2), t = self.betas, self.t
        for p, (m, v) in zip(self.params, self.moments, strict=True):
            m += (1 - b1) * (p.grad - m)
            v += (1 - b2) * (p.grad**2 - v)
            m_hat, v_hat = m / (1 - b1**t), v / (1 - b2**t)
            p.data -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
