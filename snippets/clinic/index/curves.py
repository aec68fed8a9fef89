import matplotlib.pyplot as plt
import numpy as np

from lessons import nn
from lessons.clinic.patient import digit_net, digit_rows
from lessons.plotting import use_korean_font

X, y, _, _ = digit_rows()
STEPS = 200
OUTLIERS = X.copy()
OUTLIERS[::100] *= 300  # 백 줄에 한 줄은 단위가 다르다


def run(lr=0.1, X=X, scale=1, bias=0, clear=True, sign=1, mixed=False, axis=1):
    """병 하나를 앓는 학습. 걸음마다의 손실"""
    rng = np.random.default_rng(0)
    model, losses = digit_net(rng=rng), []
    for layer in [*model][::2]:
        layer.weight.data *= scale
    for layer in [*model][:-1:2]:
        layer.bias.data += bias
    for _ in range(STEPS):
        rows = rng.integers(0, len(X), 64)
        labels = y[rng.permutation(rows) if mixed else rows]
        z = model(X[rows])
        log_p = nn.functional.log_softmax(z, dim=axis)
        loss = -log_p[np.arange(64), labels].mean()
        if clear:
            model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= sign * lr * p.grad
        losses.append(loss.item())
        if losses[-1] > 1e6:
            break
    return np.array(losses)


SICK = {
    "학습률이 낮다": {"lr": 0.003},
    "학습률이 높다": {"lr": 3},
    "부호가 반대다": {"sign": -1},
    "기울기를 비우지 않는다": {"clear": False},
    "레이블이 섞였다": {"mixed": True},
    "초깃값이 모두 0이다": {"scale": 0},
    "초깃값이 너무 크다": {"scale": 6, "lr": 0.01},
    "ReLU가 죽었다": {"bias": -6},
    "입력을 나누지 않았다": {"X": X * 16},
    "단위가 다른 줄이 있다": {"X": OUTLIERS},
    "소프트맥스의 축이 틀렸다": {"axis": 0},
}

use_korean_font()
fig, axes = plt.subplots(4, 3, figsize=(6.4, 7.2), sharex=True, layout="constrained")
healthy = run()
for ax, (name, how) in zip(axes.flat, {"건강하다": {}, **SICK}.items(), strict=True):
    ax.axhline(np.log(10), color="0.6", lw=0.8, ls=":")
    ax.plot(healthy, color="0.6", lw=1)
    with np.errstate(all="ignore"):
        losses = run(**how)
    ax.plot(losses, color="C0" if name == "건강하다" else "C3", lw=1.2)
    ax.set_title(name, fontsize=9)
    ax.set(xlim=(0, STEPS), ylim=(0, 6))
    ax.tick_params(labelsize=7)
fig.supxlabel("걸음", fontsize=9)
fig.supylabel("손실", fontsize=9)
plt.show()
