# 허용 오차: 0.02
import numpy as np

from lessons.clinic.looks import grad_norms, update_ratios
from lessons.clinic.patient import digit_net, digit_rows, train
from lessons.dl.optimizers import SGD


def rate(t, base, per_epoch, decay):
    """t걸음의 학습률. 에폭이 끝날 때마다 decay배로 줄인다."""
    return base * decay**t


X, y, _, _ = digit_rows()
rng = np.random.default_rng(0)
model = digit_net(rng=rng)
optimizer = SGD(model.parameters(), 0.1)
for t in range(301):
    optimizer.lr = rate(t, 0.1, per_epoch=len(X) // 64, decay=0.9)
    before = {"w": model[0].weight.data.copy()}
    (loss,) = train(model, X, y, optimizer, 1, rng=rng)
    if t % 60 == 0:
        ratio = update_ratios(before, {"w": model[0].weight.data})["w"]
        norm = grad_norms(model)["0.weight"]
        print(f"{t:>3}걸음: 손실 {loss:.2f}, ‖g‖ {norm:.1f}, ‖Δw‖ / ‖w‖ {ratio:.0e}")
