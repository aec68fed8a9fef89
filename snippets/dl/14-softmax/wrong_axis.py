import numpy as np

from lessons.dl.softmax import softmax

photo = np.array([2.0, 1.0, 0.0])
for others in ([0.0, 0.0, 0.0], [5.0, 0.0, 0.0]):
    z = np.array([photo, others])
    by_row, by_column = softmax(z, axis=1), softmax(z, axis=0)
    print(f"옆 사진의 로짓이 {others}일 때")
    print(f"  axis=1: {by_row[0].round(3)}, 행의 합 {by_row.sum(axis=1).round(3)}")
    print(
        f"  axis=0: {by_column[0].round(3)}, 행의 합 {by_column.sum(axis=1).round(3)}"
    )
