from itertools import permutations

import numpy as np

from lessons.cnn.tracking.assignment import greedy_assignment, linear_sum_assignment

cost = np.array([[1, 2, 9], [2, 9, 9], [9, 3, 4]])
for name, assign in (("탐욕", greedy_assignment), ("헝가리안", linear_sum_assignment)):
    rows, columns = assign(cost)
    pairs = [f"{'가나다'[i]}–{j + 1}" for i, j in zip(rows, columns, strict=True)]
    print(name, *pairs, "합", cost[rows, columns].sum())

u, v = np.array([1, 2, 2]), np.array([0, 1, 2])
print("식 (10.2)를 지키는가", (cost >= u[:, None] + v).all(), u.sum() + v.sum())
sums = [cost[range(3), list(sigma)].sum() for sigma in permutations(range(3))]
print("여섯 짝의 합", sorted(map(int, sums)))
