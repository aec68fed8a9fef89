import numpy as np

rng = np.random.default_rng(0)
print("차원   모두 위로 휨   섞임(안장점)")
for D in range(1, 8):
    M = rng.standard_normal((20_000, D, D))
    curvatures = np.linalg.eigvalsh((M + M.swapaxes(1, 2)) / 2)
    minimum = (curvatures > 0).all(axis=1).mean()
    maximum = (curvatures < 0).all(axis=1).mean()
    print(f"{D:3d}  {minimum:10.2%}  {1 - minimum - maximum:12.2%}")
