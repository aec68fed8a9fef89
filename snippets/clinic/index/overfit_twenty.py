# 허용 오차: 0.01
import numpy as np

from lessons.clinic.patient import digit_net, digit_rows, train
from lessons.dl.optimizers import SGD

X, y, _, _ = digit_rows()
X, y = X[:20], y[:20]
for name, lr, maximize in (("그대로", 0.1, False), ("부호가 반대", 0.001, True)):
    rng = np.random.default_rng(0)
    model = digit_net(rng=rng)
    optimizer = SGD(model.parameters(), lr, maximize=maximize)
    losses = train(model, X, y, optimizer, 400, size=20, rng=rng)
    right = int(np.sum(model(X).data.argmax(axis=1) == y))
    shown = f"손실 {losses[0]:.2f} → {losses[-1]:.2f}"
    print(f"{name}: {shown}, 스무 장 가운데 {right}장")
