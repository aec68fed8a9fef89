import numpy as np


def gap(a, b):
    return a.astype(float) - b


def difference(a, b):
    return np.abs(gap(a, b))


MISTAKES = {
    "차이가 128보다 큰 칸에서 넘쳤다. 차이는 −255부터 255까지라 uint8에도 int8에도 다 "
    "담기지 않는다. 빼기 전에 더 넓은 자료형으로 바꾼다.": (
        lambda a, b: np.abs(a.astype(np.int8) - b.astype(np.int8)).astype(np.uint8)
    ),
    "절댓값을 씌우지 않아 음수가 나왔다.": gap,
    "uint8로 뺀 값이 넘쳤다. 뺀 다음에는 절댓값을 씌워도 늦으니 빼기 전에 넓은 "
    "자료형으로 바꾼다.": lambda a, b: gap(a, b) % 256,
    "a가 더 밝은 칸만 남았다.": lambda a, b: np.maximum(gap(a, b), 0),
    "b가 더 밝은 칸만 남았다.": lambda a, b: np.maximum(-gap(a, b), 0),
}


def cases(rng):
    yield np.array([[10, 200, 7]], np.uint8), np.array([[20, 190, 7]], np.uint8)
    yield np.array([[0, 255]], np.uint8), np.array([[255, 0]], np.uint8)
    for shape in ((3, 5), (4, 2, 3), (1, 1), (6, 6)):
        yield tuple(rng.integers(0, 256, (2, *shape)).astype(np.uint8))


def check(answer) -> None:
    tries = list(cases(answer.rng()))
    answer.compare("difference", difference, tries, MISTAKES, keeps=("a", "b"))
    for a, b in tries:
        kind = np.asarray(answer.run("difference", a, b)).dtype
        assert kind == np.uint8, (
            f"값은 맞지만 자료형이 uint8이 아니다. 나온 자료형 {kind}."
        )
