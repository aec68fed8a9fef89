import copy

import numpy as np


def flow(nodes, seed=1.0, add=True, upstream=True, backwards=True):
    """맞는 답과, 한 군데씩 틀린 답."""
    grads = [0.0] * len(nodes)
    grads[-1] = seed
    order = range(len(nodes))
    for i in reversed(order) if backwards else order:
        for parent, slope in nodes[i]:
            sent = grads[i] * slope if upstream else slope
            grads[parent] = grads[parent] + sent if add else sent
    return grads


MISTAKES = [
    ({"add": False}, "길이 만나는 곳에서 더하지 않고 덮어썼다. +=로 모은다."),
    ({"upstream": False}, "그 노드에 모인 기울기를 국소 미분에 곱하지 않았다."),
    ({"backwards": False}, "앞에서부터 훑었다. 출력부터 거꾸로 훑는다."),
    ({"seed": 0.0}, "출발점이 빠졌다. 마지막 노드의 기울기는 1이다."),
]


def check(answer) -> None:
    gradients = answer["gradients"]
    rng = np.random.default_rng()
    a, b = (float(v) for v in rng.integers(2, 9, size=2))
    chain = [[], [(0, a)], [(1, b)]]
    meeting = [[], [], [(0, 1.0), (1, -1.0)], [(2, a), (0, b)], [(3, a), (3, b)]]
    deep = [[], *([(i, 1.0), (0, a)] for i in range(3000))]
    for nodes in (chain, meeting, [[]], deep):
        given = copy.deepcopy(nodes)
        try:
            got = gradients(given)
        except RecursionError as error:
            raise AssertionError(
                "그래프가 깊으면 재귀가 멈춘다. 번호를 거꾸로 세는 for문으로 훑는다. "
                f"시험한 노드의 수: {len(nodes)}, 나온 것: RecursionError, "
                "기대한 것: 기울기의 목록"
            ) from error
        if given != nodes:
            raise AssertionError(
                "받은 nodes를 바꾸었다. 기울기를 담을 목록을 새로 만든다."
            )
        want = flow(nodes)
        shown = nodes if len(nodes) < 9 else f"노드 {len(nodes)}개"
        try:
            numbers = np.asarray(got, dtype=float)
        except (TypeError, ValueError):
            numbers = np.zeros(0)
        if numbers.shape != (len(nodes),):
            raise AssertionError(
                "노드마다 기울기가 하나씩 있어야 한다. "
                f"시험한 그래프: {shown}, 나온 것: {got!r:.80}, "
                f"기대한 것: 수 {len(nodes)}개"
            )
        if not np.allclose(numbers, want):
            why = next(
                (
                    text
                    for change, text in MISTAKES
                    if np.allclose(numbers, flow(nodes, **change))
                ),
                "기울기가 다르다.",
            )
            raise AssertionError(
                f"{why} 시험한 그래프: {shown}, "
                f"나온 값: {numbers.tolist()[:5]}, 기대한 값: {want[:5]}"
            )
