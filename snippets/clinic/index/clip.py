# 허용 오차: 0.03
import numpy as np

from lessons import nn
from lessons.clinic.looks import clip_grad_norm
from lessons.clinic.patient import digit_net, digit_rows
from lessons.dl.optimizers import SGD

X, y, X_valid, y_valid = digit_rows()
X = X.copy()
X[::100] *= 300  # 백 줄에 한 줄은 단위가 다르다

for max_norm in (1e9, 1):
    rng = np.random.default_rng(0)
    model = digit_net(rng=rng)
    optimizer = SGD(model.parameters(), 0.1)
    for _ in range(300):
        rows = rng.integers(0, len(X), 64)
        loss = nn.functional.cross_entropy(model(X[rows]), y[rows])
        optimizer.zero_grad()
        loss.backward()
        clip_grad_norm(model.parameters(), max_norm)
        optimizer.step()
    right = np.mean(model(X_valid).data.argmax(axis=1) == y_valid)
    print(f"자르는 곳 {max_norm:.0e}: 검증 정확도 {right:.2f}")
