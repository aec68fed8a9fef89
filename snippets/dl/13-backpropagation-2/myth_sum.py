import numpy as np

from lessons.dl.gradcheck import gradcheck
from lessons.dl.tensor import Tensor


def softmax(z):
    """행마다 합이 1이 되게 한다. 역전파를 일부러 틀리게 썼다."""
    p = np.exp(z.data)
    p /= p.sum(axis=1, keepdims=True)

    def backward(dp):
        return [p * (dp - dp.mean(axis=1, keepdims=True))]

    return Tensor.from_op(p, [z], backward)


z = np.random.default_rng(0).standard_normal((2, 3))
total = gradcheck(lambda z: softmax(z).sum(), [z], raise_exception=False)
weighted = gradcheck(softmax, [z], raise_exception=False)
print("출력을 그냥 더해서 검사하면 통과한다:", total)
print("무작위 가중치를 곱해 더하면 통과한다:", weighted)
