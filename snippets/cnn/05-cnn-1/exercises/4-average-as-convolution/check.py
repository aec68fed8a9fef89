import numpy as np


def average_kernel(channels, size):
    return np.full((channels, 1, size, size), 1 / size**2)


def apart(channels, size):
    return np.eye(channels)[:, :, None, None] * average_kernel(channels, size)


MISTAKES = {
    "채널까지 섞어 평균을 낸다. 묶음마다 입력 채널이 하나다.": lambda channels, size: (
        np.full((channels, channels, size, size), 1 / (channels * size**2))
    ),
    "다른 채널의 자리를 0으로 채웠다. 묶음마다 입력 채널이 하나다.": (apart),
    "두 축의 자리가 바뀌었다. 출력 채널이 첫 축이다.": lambda channels, size: (
        average_kernel(channels, size).swapaxes(0, 1)
    ),
    "평균이 아니라 합을 낸다.": lambda channels, size: np.ones(
        (channels, 1, size, size)
    ),
    "채널의 수로도 나누었다. 채널마다 따로 한다.": lambda channels, size: (
        average_kernel(channels, size) / channels
    ),
    "칸의 수가 아니라 한 변의 길이로 나누었다.": lambda channels, size: (
        average_kernel(channels, size) * size
    ),
}


def check(answer) -> None:
    rng = answer.rng()
    drawn = rng.integers([1, 1], [9, 7], (6, 2)).tolist()
    cases = [(1, 2), (3, 2), (4, 1), (2, 5), (3, 3), *drawn]
    answer.compare("average_kernel", average_kernel, cases, MISTAKES)
