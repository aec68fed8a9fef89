import numpy as np


def axes_needed(ratio, share):
    return int(np.argmax(np.cumsum(ratio) >= share)) + 1


MISTAKES = {
    "몫을 하나씩 share와 견주었다. 앞에서부터 더한 합을 견준다.": lambda ratio, share: (
        int((ratio >= share).sum())
    ),
    "자리 번호를 그대로 돌려주었다. 0번에서 멈추면 축은 1개다.": lambda ratio, share: (
        axes_needed(ratio, share) - 1
    ),
    "하나를 더 세었다. 처음 닿는 자리까지가 가장 적은 수다.": lambda ratio, share: (
        axes_needed(ratio, share) + 1
    ),
    "share에 닿은 축을 세었다. 처음 닿는 자리까지의 축을 센다.": lambda ratio, share: (
        int((np.cumsum(ratio) >= share).sum())
    ),
    "합이 share와 꼭 같을 때를 놓쳤다. >가 아니라 >=다.": lambda ratio, share: (
        int(np.argmax(np.cumsum(ratio) > share)) + 1
    ),
    "버리는 몫이 share 이상인 수를 찾았다. 남는 몫이 share 이상이다.": (
        lambda ratio, share: axes_needed(ratio, 1 - share)
    ),
    "수가 아니라 그만큼 남는 몫을 돌려주었다.": lambda ratio, share: np.cumsum(ratio)[
        axes_needed(ratio, share) - 1
    ],
}


def cases(rng):
    halves = np.array([0.5, 0.25, 0.125, 0.0625, 0.0625])
    for share in (0.75, 0.8, 0.3, 0.5, 0.99, 0.875, 0.9375):
        yield halves, share
    yield np.array([1.0]), 0.4
    yield np.array([0.25, 0.25, 0.25, 0.25]), 0.75
    yield np.array([0.75, 0.25, 0.0, 0.0]), 0.75
    for D in (2, 9, 6, int(rng.integers(10, 40))):
        ratio = np.sort(rng.dirichlet(np.ones(D)))[::-1]
        k = int(rng.integers(1, D))
        total = np.cumsum(ratio)
        yield ratio, float((total[k - 1] + total[k]) / 2)


def check(answer) -> None:
    answer.compare("axes_needed", axes_needed, cases(answer.rng()), MISTAKES)
