# 허용 오차: 0.02
import numpy as np

from lessons import nn
from lessons.clinic.patient import digit_net, digit_rows, train
from lessons.dl.optimizers import SGD

X, y, X_valid, y_valid = digit_rows()


def told(loss):
    return f"{loss:.2f}" if loss < 1 else "> 1"


print("학습률   검증 손실: 평균  최악")
for lr in (0.003, 0.01, 0.03, 0.1, 0.3, 1, 3):
    ends = []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        model = digit_net(rng=rng)
        train(model, X, y, SGD(model.parameters(), lr), 300, rng=rng)
        ends.append(nn.functional.cross_entropy(model(X_valid), y_valid).item())
    print(f"{lr:<6}          {told(np.mean(ends)):>10}  {told(max(ends))}")
