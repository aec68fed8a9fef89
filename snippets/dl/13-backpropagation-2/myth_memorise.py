from itertools import permutations, product

import numpy as np


def fits(X, dZ, shape):
    """X와 dZ를 한 번씩 쓰는 곱 가운데 shape 모양이 되는 것."""
    found = []
    named = {"X": X, "dZ": dZ}
    for (p, A), (q, B) in permutations(named.items()):
        for s, t in product((False, True), repeat=2):
            left, right = (A.T if s else A), (B.T if t else B)
            if left.shape[1] == right.shape[0]:
                name = f"{p}{'ᵀ' * s} {q}{'ᵀ' * t}"
                if (left @ right).shape == shape:
                    found.append(name)
    return found


for N, D, K in ((5, 3, 2), (2, 3, 2), (3, 3, 3)):
    products = fits(np.ones((N, D)), np.ones((N, K)), (D, K))
    print(f"N={N}, D={D}, K={K}: {len(products)}개  {', '.join(products)}")
