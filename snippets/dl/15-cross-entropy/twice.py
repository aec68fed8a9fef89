import numpy as np

from lessons.dl.cross_entropy import cross_entropy, cross_entropy_grad
from lessons.dl.softmax import softmax, softmax_backward

z = np.zeros((1, 10))
for gap in (0, 2, 10, 100):
    z[0, 0] = gap
    p = softmax(z, axis=1)
    once = cross_entropy(z, [0])
    twice = cross_entropy(p, [0])
    print(f"정답의 로짓 {gap}: 한 번 {once:.4f}, 두 번 {twice:.4f}")

z[0, 0] = -10
p = softmax(z, axis=1)
once = cross_entropy_grad(z, [0])[0, 0]
twice = softmax_backward(cross_entropy_grad(p, [0]), p, axis=1)[0, 0]
print(f"크게 틀린 곳의 기울기: 한 번 {once:.6f}, 두 번 {twice:.6f}")
