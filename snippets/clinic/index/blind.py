# 허용 오차: 0.01
import numpy as np

from lessons.clinic.patient import digit_net, digit_rows, train
from lessons.dl.optimizers import SGD

X, y, _, _ = digit_rows()
shuffled = np.random.default_rng(1).permutation(y)
for name, rows, labels in (
    ("그림을 보고", X, y),
    ("그림을 가리고", X * 0, y),
    ("그림은 보이나 레이블이 섞여", X, shuffled),
):
    rng = np.random.default_rng(0)
    model = digit_net(rng=rng)
    losses = train(model, rows, labels, SGD(model.parameters(), 0.1), 400, rng=rng)
    print(f"{name}: 마지막 50걸음의 손실 {losses[-50:].mean():.2f}")
