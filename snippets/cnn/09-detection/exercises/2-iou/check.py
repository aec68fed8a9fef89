from functools import partial


def iou(a, b, low=0, minus=1, more=0):
    w = max(low, min(a[2], b[2]) - max(a[0], b[0]) + more)
    h = max(low, min(a[3], b[3]) - max(a[1], b[1]) + more)
    area = [(c[2] - c[0] + more) * (c[3] - c[1] + more) for c in (a, b)]
    either = sum(area) - minus * w * h
    return w * h / either if either else 0.0


def divided(a, b):
    area = [(c[2] - c[0]) * (c[3] - c[1]) for c in (a, b)]
    return iou(a, b) if any(area) else 1 / 0


def late(a, b):
    return max(0.0, iou(a, b, low=-99))


def whole(a, b):
    area = [(c[2] - c[0]) * (c[3] - c[1]) for c in (a, b)]
    both = sum(area) * iou(a, b) / (1 + iou(a, b))
    return both / area[0] if area[0] else 0.0


MISTAKES = {
    "합친 넓이가 0인데 나누었다. 그때는 0을 돌려준다.": divided,
    "음수인 너비와 높이를 곱했다. 곱하기 전에 0으로 올린다.": partial(iou, low=-99),
    "음수인 너비와 높이를 곱한 뒤에 0으로 올렸다. 곱하기 전에 올린다.": late,
    "합친 넓이에서 겹친 곳을 두 번 세었다. 한 번 뺀다.": partial(iou, minus=0),
    "변을 한 픽셀씩 길게 세었다. 여기서는 모서리가 픽셀의 경계다.": partial(
        iou, more=1
    ),
    "첫 상자의 넓이로 나누었다. 합친 넓이로 나눈다.": whole,
}


def cases(rng):
    for _ in range(3):
        w, h, p, q = (int(n) for n in rng.integers(3, 9, size=4))
        x, y = (int(n) for n in rng.integers(-6, 9, size=2))
        a = (x, y, x + w, y + h)
        yield (x, y, x, y), (x, y, x, y)  # 점 둘
        yield (x, y, x + w, y), a  # 넓이가 없는 것과 있는 것
        yield a, a
        yield a, (x + 1, y + 1, x + w - 1, y + h - 1)  # 담긴 것
        # 겹친 것, 닿은 것 둘, 옆으로, 아래로, 비스듬히 떨어진 것
        steps = (1, 1), (w, 0), (0, h), (w + 2, 1), (1, h + 2), (w + 2, h + 1)
        for across, down in steps:
            left, top = x + across, y + down
            b = (left, top, left + p, top + q)
            yield (a, b) if rng.integers(2) else (b, a)
        yield tuple(v / 4 for v in a), tuple(v / 4 for v in b)
        yield (0.0, 0.0, 0.5, 0.5), (0.0, 0.25, 0.5, 0.75)


def check(answer) -> None:
    answer.compare("iou", iou, cases(answer.rng()), MISTAKES)
