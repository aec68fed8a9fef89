def reflect_index(i, n):
    i = i % (2 * n)
    return min(i, 2 * n - 1 - i)


def mirror(i, n):
    i = i % max(1, 2 * n - 2)
    return min(i, 2 * n - 2 - i) if n > 1 else 0


def once(i, n):
    i = -1 - i if i < 0 else i
    return 2 * n - 1 - i if i >= n else i


def uneven(i, n):
    i = i % (2 * n)
    return i if i < n else 2 * n - i


MISTAKES = {
    "돌아오는 길이 한 칸 어긋났다. 끝 칸 n − 1 다음은 다시 n − 1이다.": uneven,
    "음수의 부호만 떼었다. 거울에 비치면 −1번은 1번이 아니라 0번이다.": (
        lambda i, n: reflect_index(abs(i), n)
    ),
    "끝 칸을 되풀이하지 않았다. 그것은 mirror다.": mirror,
    "한 번만 접었다. 접은 번호도 다시 바깥일 수 있다.": once,
    "끝 칸만 빌렸다. 그것은 nearest다.": lambda i, n: max(0, min(n - 1, i)),
    "반대쪽 끝에서 빌렸다. 그것은 wrap이다.": lambda i, n: i % n,
}


def cases(rng):
    yield from ((i, 4) for i in range(-9, 13))
    yield from ((i, 1) for i in (-3, -1, 0, 1, 2))
    for n in rng.integers(2, 30, 6).tolist():
        far = rng.integers(-9 * n, 9 * n, 5).tolist()
        yield from ((i, n) for i in (-1, 0, n - 1, n, 2 * n, *far))


def check(answer) -> None:
    answer.compare("reflect_index", reflect_index, cases(answer.rng()), MISTAKES)
