import numpy as np

from lessons.dl.ridge import soft_threshold

big, small = np.array([4.0, 0.5]), np.array([4.0, 0.5])
for step in range(1, 7):
    big = big - 0.1 * big  # L2: 크기에 비례해 줄인다
    small = soft_threshold(small, 0.1)  # L1: 늘 0.1씩 줄이고 0에서 멈춘다
    if step in (1, 5, 6):
        print(f"{step}걸음  L2 {big.round(3)}  L1 {small.round(3)}")
