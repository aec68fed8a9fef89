from itertools import product

import numpy as np

from lessons.cnn.overfitting.dropout import drop

x = np.array([2.0, 4.0, 6.0, 8.0])
print("한 번:", drop(x, [True, False, True, False], p=0.5).data)

every = [drop(x, keep, p=0.5).data for keep in product([True, False], repeat=4)]
print(f"{len(every)}가지의 평균:", np.mean(every, axis=0))
print("키우지 않으면:", np.mean(every, axis=0) * 0.5)
