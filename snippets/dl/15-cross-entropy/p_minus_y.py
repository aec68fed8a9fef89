import numpy as np

from lessons.dl.cross_entropy import CrossEntropyLoss, cross_entropy
from lessons.dl.gradient_descent import numerical_gradient
from lessons.dl.softmax import softmax
from lessons.dl.tensor import Tensor

z, y = np.log([6, 3, 1]), 1
p = softmax(z)
print("p:", p.round(4), " p − y:", (p - np.eye(3)[y]).round(4))

measured = numerical_gradient(lambda z: cross_entropy([z], [y]).item(), z)
print("수치 미분:", measured.round(4))

logits = Tensor([z])
CrossEntropyLoss()(logits, [y]).backward()
print("Tensor의 역전파:", logits.grad[0].round(4))
