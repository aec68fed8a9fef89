import numpy as np

from lessons.cnn.convolution import cross_correlate2d


def full_correlation(A, B):
    kh, kw = B.shape
    return cross_correlate2d(np.pad(A, ((kh - 1,) * 2, (kw - 1,) * 2)), B)


def check(answer) -> None:
    merge_kernels = answer["merge_kernels"]
    rng = np.random.default_rng()
    for shape_A, shape_B in (((2, 2), (2, 2)), ((3, 3), (3, 3)), ((3, 2), (1, 4))):
        A, B = rng.normal(size=shape_A), rng.normal(size=shape_B)
        C = np.asarray(merge_kernels(A, B))
        tried = f"A {shape_A}, B {shape_B}"
        expected = tuple(a + b - 1 for a, b in zip(shape_A, shape_B, strict=True))
        if C.shape != expected:
            raise AssertionError(
                "합친 커널의 크기가 두 커널이 함께 보는 넓이와 다르다. "
                f"{tried}: 나온 모양 {C.shape}, 기대한 모양 {expected}."
            )
        x = rng.normal(size=(9, 11))
        twice = cross_correlate2d(cross_correlate2d(x, A), B)
        if np.allclose(cross_correlate2d(x, C), twice):
            continue
        if np.allclose(C, full_correlation(A, B)):
            raise AssertionError(
                "B를 뒤집지 않았다. 커널끼리 합칠 때는 상호상관이 아니라 "
                f"수학의 합성곱이 나온다. {tried}: 나온 값은 두 번 한 것과 "
                "다르고, 기대한 값은 두 번 한 것과 같다."
            )
        raise AssertionError(
            f"합친 커널의 결과가 두 번 한 것과 다르다. {tried}: 나온 차이 "
            f"{np.abs(cross_correlate2d(x, C) - twice).max():.3g}, 기대한 차이 0."
        )
