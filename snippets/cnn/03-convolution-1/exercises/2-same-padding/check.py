import random


def check(answer) -> None:
    same_padding = answer["same_padding"]
    settings = (1, 1), (3, 1), (5, 1), (3, 2), (5, 3), (2, 2)
    surprise = 2 * random.randint(10, 99) + 1, random.randint(2, 9)
    for k, dilation in (*settings, surprise):
        p = same_padding(k, dilation)
        expected = dilation * (k - 1) // 2
        tried = f"same_padding({k}, dilation={dilation})"
        got = f"{tried}: 나온 값 {p!r}, 기대한 값 {expected}."
        if dilation > 1 and p in (k // 2, (k - 1) // 2) and p != expected:
            raise AssertionError(
                "팽창을 빠뜨렸다. 팽창이 있으면 커널이 덮는 길이는 "
                f"dilation × (k − 1) + 1이다. {got}"
            )
        if p == 2 * expected and p:
            raise AssertionError(
                "패딩은 양쪽에 붙는다. 줄어든 칸 수를 그대로 돌려주면 두 배로 "
                f"붙는다. {got}"
            )
        if p != expected:
            raise AssertionError(f"패딩이 다르다. {got}")
    for k, dilation in ((2, 1), (4, 3)):
        try:
            p = same_padding(k, dilation)
        except ValueError:
            continue
        raise AssertionError(
            "크기를 지킬 수 없는 설정에도 답을 냈다. "
            f"same_padding({k}, dilation={dilation}): 나온 값 {p!r}, "
            "기대한 것 ValueError."
        )
