import numpy as np

from lessons.cnn.batch_norm import batch_norm
from lessons.cnn.conv.fast import conv2d


def fold(W, b, mean, var, gamma, beta, eps=1e-5):
    """합성곱과 그 뒤의 배치 정규화(추론)를 합성곱 하나로 합친다.

    W: (C_out, C, kh, kw), 나머지는 (C_out,)
    반환: 새 커널과 새 편향 (W2, b2)
    받은 것은 고치지 않는다
    """
    scale = gamma / np.sqrt(var + eps)
    return W * scale[:, None, None, None], (b - mean) * scale + beta


rng = np.random.default_rng(0)
W, x = rng.normal(size=(4, 3, 3, 3)), rng.normal(size=(2, 3, 8, 8))
b, mean, gamma, beta = rng.normal(size=(4, 4))
var = rng.uniform(0.5, 2, 4)
two = batch_norm(conv2d(x, W, b), mean, var, gamma, beta).data
one = conv2d(x, *fold(W, b, mean, var, gamma, beta))
print("두 층과 한 층이 같은가:", np.allclose(two, one))
