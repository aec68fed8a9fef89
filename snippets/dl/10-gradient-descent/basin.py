import numpy as np

from lessons.dl.gradient_descent import gradient_descent

rng = np.random.default_rng(0)
starts = rng.uniform(0, 6, 100)
for length in (1, 2, 5, 10, 20):
    t = np.linspace(0, length, 12 * length)
    y = np.sin(3 * t)

    def loss_grad(w, t=t, y=y):
        return np.mean(2 * (np.sin(w * t) - y) * np.cos(w * t) * t)

    lr = 0.5 / np.mean(t**2)
    ends = [gradient_descent(loss_grad, w, lr=lr, steps=300)[-1] for w in starts]
    print(f"길이 {length:2}: {np.mean(np.abs(np.array(ends) - 3) < 0.01):.0%}")
