import numpy as np

from lessons.cnn.convolution import output_size


def correlate1d(x, w, stride=1, padding=0):
    """1차원 상호상관. x와 w는 1차원 배열이고, 반환값도 1차원 배열이다.

    받은 것은 고치지 않는다
    """
    x = np.pad(x, padding)
    y = np.zeros(output_size(len(x), len(w), stride))
    for i in range(len(y)):
        for u in range(len(w)):
            y[i] += w[u] * x[i * stride + u]
    return y


example = np.array([1.0, 2, 0, 1, 3])
print(correlate1d(example, np.array([1.0, -1])))
print(correlate1d(example, np.array([1.0, 2, 3]), stride=2, padding=1))
