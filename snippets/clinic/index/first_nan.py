import numpy as np

from lessons.clinic.looks import first_bad
from lessons.clinic.patient import digit_net, digit_rows

X, y, _, _ = digit_rows()
model = digit_net(rng=np.random.default_rng(0))
print("처음:", repr(first_bad(model, X)))

with np.errstate(invalid="ignore"):
    scaled = (X - X.mean(axis=0)) / X.std(axis=0)
print("표준화한 뒤:", repr(first_bad(model, scaled)))
print("표준편차가 0인 픽셀:", int(np.sum(X.std(axis=0) == 0)))

broken = digit_net(rng=np.random.default_rng(0))
broken[2].weight.data[0, 0] = np.inf
print("걸음이 넘친 뒤:", repr(first_bad(broken, X)))
