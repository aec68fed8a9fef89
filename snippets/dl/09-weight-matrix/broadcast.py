import numpy as np

for shape in [(2,), (1, 2), (4, 1), (1,), (4,)]:
    try:
        print((4, 2), "+", shape, "→", np.broadcast_shapes((4, 2), shape))
    except ValueError:
        print((4, 2), "+", shape, "→ 더할 수 없다")
