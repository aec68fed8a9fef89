import random


def reference(valid, patience):
    best = 0
    for epoch, loss in enumerate(valid):
        if loss < valid[best]:
            best = epoch
        if epoch - best >= patience:
            break
    return best, epoch


CURVE = [0.9, 0.6, 0.5, 0.55, 0.52, 0.6, 0.4]
CASES = [
    (CURVE, 3, "최저 기록 0.5를 세 에폭 동안 깨지 못했다."),
    (CURVE, 4, "네 에폭을 참으면 0.4를 만난다."),
    ([0.5, 0.5, 0.5, 0.4], 2, "같은 값은 최저 기록을 깬 것이 아니다."),
    ([0.9, 0.8, 0.7], 2, "줄곧 줄면 멈추지 않고 마지막 에폭까지 간다."),
    ([0.5, 0.8, 0.7, 0.6, 0.3], 2, "바로 앞이 아니라 최저 기록과 견준다."),
]
MISTAKES = [
    ((2, 3), 0, "한 번 올랐다고 곧바로 멈췄다. patience만큼 참는다."),
    ((6, 5), 0, "멈춘 뒤의 손실까지 보고 골랐다. 그때는 아직 모르는 값이다."),
    ((2, 6), 0, "한 에폭을 더 참았다. patience에 이르면 멈춘다."),
    ((6, 6), 0, "멈추지 않고 끝까지 갔다. patience번을 못 깨면 멈춘다."),
    ((2, 4), 0, "한 에폭을 덜 참았다. patience에 이를 때 멈춘다."),
    ((5, 2), 0, "차례가 바뀌었다. (최저 기록을 세운 에폭, 멈춘 에폭)이다."),
]


def check(answer) -> None:
    early_stop = answer["early_stop"]
    cases = list(CASES)
    for _ in range(20):
        curve = [random.randint(1, 9) / 10 for _ in range(12)]
        cases.append((curve, random.randint(1, 4), "손실을 무작위로 지어 시험했다."))
    for number, (valid, patience, why) in enumerate(cases):
        got = early_stop(list(valid), patience)
        want = reference(valid, patience)
        try:
            got = tuple(int(value) for value in got)
        except TypeError:
            got = got if got is None else repr(got)
        if got == want:
            continue
        for value, case, mistake in MISTAKES:
            if number == case and got == value:
                why = mistake
        raise AssertionError(
            f"{why} 손실 {valid}, patience={patience}. "
            f"나온 값: {got}, 기대한 값: {want}"
        )
