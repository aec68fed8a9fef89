import numpy as np

from lessons.cnn.filters.correlation import extend
from lessons.cnn.filters.smoothing import gaussian_kernel1d


def counted(x, W):
    """한 칸씩 곱해 더하며 곱셈을 센다."""
    (H, width), (kh, kw) = x.shape, W.shape
    padded = extend(x, [(kh // 2, kh // 2), (kw // 2, kw // 2)], "reflect", 0)
    y, products = np.zeros(x.shape), 0
    for i, j, u, v in np.ndindex(H, width, kh, kw):
        y[i, j] += W[u, v] * padded[i + u, j + v]
        products += 1
    return y, products


x = np.random.default_rng(0).random((20, 30))
for k in (3, 5, 9):
    g = gaussian_kernel1d(k / 6, k // 2)
    full, n_full = counted(x, np.outer(g, g))
    rows, n_rows = counted(x, g[None, :])
    both, n_columns = counted(rows, g[:, None])
    n_both = n_rows + n_columns
    same = np.allclose(full, both)
    print(f"k={k}: 한 번에 {n_full:,}, 나누어 {n_both:,}, 답이 같은가 {same}")

print("\n커널   픽셀마다 한 번에   나누어   몇 배")
for k in (3, 5, 9, 15, 31, 63):
    print(f"{k:3}² {k * k:12,} {2 * k:12} {k / 2:10}")
