import numpy as np

from lessons.clinic.looks import dead_units
from lessons.clinic.patient import digit_net, digit_rows, train
from lessons.dl.optimizers import SGD

X, y, _, _ = digit_rows()
for lr in (0.1, 3):
    rng = np.random.default_rng(0)
    model = digit_net(rng=rng)
    train(model, X, y, SGD(model.parameters(), lr), 60, rng=rng)
    dead = {name: f"{part:.0%}" for name, part in dead_units(model, X).items()}
    print(f"학습률 {lr}: 60걸음 뒤 죽은 유닛", dead)
