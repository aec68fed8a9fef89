import numpy as np


def expected_output(x, w, stride, padding):
    x = np.pad(x, padding)
    starts = range(0, len(x) - len(w) + 1, stride)
    return np.array([x[start : start + len(w)] @ w for start in starts])


def check(answer) -> None:
    correlate1d = answer["correlate1d"]
    rng = np.random.default_rng()
    settings = (5, 2, 1, 0), (7, 3, 1, 0), (9, 3, 2, 0), (6, 3, 2, 2)
    for n, k, stride, padding in settings:
        x, w = rng.normal(size=n), rng.normal(size=k)
        before = x.copy()
        y = np.asarray(correlate1d(x, w, stride, padding))
        expected = expected_output(x, w, stride, padding)
        tried = f"길이 {n}, 커널 {k}, stride={stride}, padding={padding}"
        if not np.array_equal(x, before):
            raise AssertionError(f"받은 배열 x를 바꾸었다. 시험한 설정: {tried}.")
        if y.shape == (len(expected) - 1,):
            raise AssertionError(
                f"마지막 창을 빠뜨렸다. {tried}: 나온 길이 {len(y)}, "
                f"기대한 길이 {len(expected)}."
            )
        if y.shape != expected.shape:
            raise AssertionError(
                f"출력의 모양이 다르다. {tried}: 나온 모양 {y.shape}, "
                f"기대한 모양 {expected.shape}."
            )
        if np.allclose(y, expected):
            continue
        got = f"{tried}: 나온 값 {y.round(3)}, 기대한 값 {expected.round(3)}."
        if np.allclose(y, expected_output(x, w[::-1], stride, padding)):
            raise AssertionError(f"커널을 뒤집었다. 상호상관은 뒤집지 않는다. {got}")
        if np.allclose(y, expected_output(x, w, 1, padding)[: len(y)]):
            raise AssertionError(f"창을 stride칸이 아니라 한 칸씩 옮겼다. {got}")
        raise AssertionError(f"값이 다르다. {got}")
