import numpy as np


def backward(dy, x, w, stride=1, add=True, turned=False, step=0, kind=float):
    """add: 겹치는 칸에 더하는가, turned: 커널을 뒤집어 찍는가,
    step: stride 대신 쓸 간격, kind: dx와 dw의 자료형"""
    dx, dw = np.zeros(len(x), kind), np.zeros(len(w), kind)
    sent = w[::-1] if turned else w
    for i, d in enumerate(dy):
        at = i * (step or stride)
        dw[:] = dw + d * x[at : at + len(w)]
        before = dx[at : at + len(w)] if add else 0
        dx[at : at + len(w)] = before + d * sent
    return dx, dw


def swapped(dy, x, w, stride=1):
    dx, dw = np.zeros(len(x)), np.zeros(len(w))
    for i, d in enumerate(dy):
        dw += d * w
        dx[i * stride : i * stride + len(w)] += d * x[i * stride : i * stride + len(w)]
    return dx, dw


def short(dy, x, w, stride=1):
    dx, dw = backward(dy, x, w, stride)
    return dx[: (len(dy) - 1) * stride + len(w)], dw


def averaged(dy, *rest):
    dx, dw = backward(dy, *rest)
    return dx, dw / len(dy)


MISTAKES = {
    "커널을 거꾸로 찍었다. 출력 칸에서 흩뿌릴 때는 뒤집지 않는다.": (
        lambda dy, x, w, s=1: backward(dy, x, w, s, turned=True)
    ),
    "dw가 거꾸로다. 창의 앞 칸이 w[0]의 기울기다.": (
        lambda *given: (backward(*given)[0], backward(*given)[1][::-1])
    ),
    "겹치는 칸에 더하지 않고 덮어썼다. +=로 모은다.": (
        lambda dy, x, w, s=1: backward(dy, x, w, s, add=False)
    ),
    "창을 stride칸이 아니라 한 칸씩 옮겼다.": (
        lambda dy, x, w, s=1: backward(dy, x, w, s, step=1)
    ),
    "x와 w를 바꾸어 곱했다. dw에는 입력을, dx에는 커널을 곱한다.": swapped,
    "dx와 dw의 자리가 바뀌었다.": lambda *given: backward(*given)[::-1],
    "dy를 곱하지 않았다. 출력 칸마다 그 칸의 기울기를 곱한다.": (
        lambda dy, *rest: backward(np.ones(len(dy)), *rest)
    ),
    "커널의 기울기를 자리의 수로 나누었다. 평균이 아니라 합이다.": averaged,
    "dx가 x보다 짧다. 아무 창도 보지 않은 끝의 칸도 0으로 남긴다.": short,
    "x가 정수면 zeros_like(x)도 정수라 소수점 아래가 잘렸다.": (
        lambda dy, x, w, s=1: (
            backward(dy, x, w, s, kind=x.dtype)[0],
            backward(dy, x, w, s, kind=w.dtype)[1],
        )
    ),
}


def cases(rng):
    yield np.array([1, 0, -1]), np.array([1, 2, 0, 3]), np.array([1, 2])
    yield rng.normal(size=4), rng.normal(size=6), rng.normal(size=3)
    yield rng.normal(size=3).round(1), rng.integers(-9, 9, 7), np.array([2, -1, 3]), 2
    # 창의 수, 커널의 길이, 스트라이드, 끝에서 아무 창도 보지 않는 칸의 수
    sizes = [(3, 3, 2, 1), (4, 1, 1, 0), (1, 6, 1, 0), (2, 2, 3, 2)]
    sizes += rng.integers([2, 2, 1, 0], [6, 5, 4, 3], (6, 4)).tolist()
    for count, k, stride, extra in sizes:
        n = k + (count - 1) * stride + min(extra, stride - 1)
        yield *(rng.normal(0, 5, size) for size in (count, n, k)), stride


def check(answer) -> None:
    how = {"keeps": ("dy", "x", "w")}
    answer.compare("correlate1d_backward", right, cases(answer.rng()), MISTAKES, **how)


def right(dy, x, w, stride=1):
    return backward(dy, x, w, stride)
