import numpy as np

from lessons.dl.softmax import expected_calibration_error, reliability

said = np.array([0.95, 0.92, 0.94, 0.91, 0.93, 0.64, 0.66, 0.65, 0.62, 0.63])
right = np.array([1, 1, 1, 1, 0, 1, 1, 0, 0, 0])
told, hit, count = reliability(said, right)
for b in np.flatnonzero(count):
    print(f"{b + 1}번째 칸: {count[b]}장, 말한 {told[b]:.2f}, 맞힌 {hit[b]:.2f}")
print(f"보정 오차 {expected_calibration_error(said, right):.3f}")
