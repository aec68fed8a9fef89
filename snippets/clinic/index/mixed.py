import numpy as np

from lessons import nn
from lessons.clinic.looks import mixed_rows
from lessons.clinic.patient import digit_net, digit_rows

X, _, _, _ = digit_rows()


class OverBatch(nn.Module):
    """소프트맥스를 배치의 축으로 걸었다."""

    def forward(self, x):
        return nn.functional.softmax(x, dim=0)


model = digit_net(rng=np.random.default_rng(0))
print("멀쩡한 신경망:", mixed_rows(model, X[:64]), "줄")
print("축이 틀린 신경망:", mixed_rows(nn.Sequential(model, OverBatch()), X[:64]), "줄")
