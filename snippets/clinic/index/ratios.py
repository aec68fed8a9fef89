import numpy as np

from lessons.clinic.looks import update_ratios
from lessons.clinic.patient import digit_net, digit_rows, train
from lessons.dl.optimizers import SGD

X, y, _, _ = digit_rows()
for lr in (0.001, 0.1, 0.3, 3):
    rng = np.random.default_rng(0)
    model = digit_net(rng=rng)
    optimizer = SGD(model.parameters(), lr)
    train(model, X, y, optimizer, 5, rng=rng)
    before = model.state_dict()
    train(model, X, y, optimizer, 1, rng=rng)
    ratios = update_ratios(before, model.state_dict())
    weights = [f"{r:.0e}" for name, r in ratios.items() if name.endswith("weight")]
    print(f"학습률 {lr}: 층마다 ‖Δw‖ / ‖w‖ =", " ".join(weights))
