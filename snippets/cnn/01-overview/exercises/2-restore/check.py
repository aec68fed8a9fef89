import numpy as np


def restore(shuffled, order):
    back = pixels(shuffled)[:, np.argsort(order)]
    return back.reshape(shuffled.shape).astype(float)


def pixels(images):
    return images.reshape(len(images), -1)


MISTAKES = {
    "받은 것을 그대로 돌려주었다.": lambda shuffled, order: shuffled,
    "한 번 더 섞었다. order로 고르지 말고 order번 칸에 써 넣는다.": (
        lambda shuffled, order: pixels(shuffled)[:, order].reshape(shuffled.shape)
    ),
    "순서를 거꾸로 읽는 것은 되돌리기가 아니다. k번 칸에 든 것이 어디서 왔는지는 "
    "order[k]가 말한다.": (
        lambda shuffled, order: pixels(shuffled)[:, order[::-1]].reshape(shuffled.shape)
    ),
    "편 채로 돌려주었다. 그림의 모양으로 되돌린다.": (
        lambda shuffled, order: pixels(shuffled)[:, np.argsort(order)]
    ),
    "세로로 채웠다. 칸은 가로로 센다.": (
        lambda shuffled, order: pixels(shuffled)[:, np.argsort(order)].reshape(
            shuffled.shape, order="F"
        )
    ),
}


def cases(rng):
    for N, H, W in ((2, 2, 3), (3, 5, 4), (1, 7, 7), (4, 1, 1), (2, 6, 1)):
        yield rng.normal(size=(N, H, W)), rng.permutation(H * W)
    yield rng.integers(-9, 9, (2, 4, 6)), rng.permutation(24)


def check(answer) -> None:
    keeps = "shuffled", "order"
    answer.compare("restore", restore, cases(answer.rng()), MISTAKES, keeps=keeps)
