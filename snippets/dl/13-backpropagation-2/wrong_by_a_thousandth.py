import numpy as np

from lessons.dl.gradcheck import gradcheck
from lessons.dl.tensor import Tensor


def square(x, factor):
    return Tensor.from_op(x.data**2, [x], lambda dy: [dy * factor * x.data])


x = np.array([[0.5, -1.0, 2.0]])
print("맞는 역전파 2x:", gradcheck(lambda x: square(x, 2), [x]))
gradcheck(lambda x: square(x, 2.002), [x])
