import numpy as np

from lessons.dl.kfold import KFold, StratifiedKFold
from lessons.dl.train_test_split import allocate

rng = np.random.default_rng(0)
print("7개와 3개에서 넷 고르기:", allocate([7, 3], 4, rng))

y = np.array([0, 0, 0, 0, 0, 0, 1, 1, 1])
for cv in (KFold(3), StratifiedKFold(3)):
    print(type(cv).__name__)
    for _, valid in cv.split(y, y):
        print("  검증", valid, "정답", y[valid])
