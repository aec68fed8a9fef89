def merge_layers(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2 + b2


MISTAKES = {
    "첫 층의 편향을 잃었다. b1도 둘째 층의 W2를 지난다.": lambda W1, b1, W2, b2: (
        W1 @ W2,
        b2,
    ),
    "둘째 층의 편향을 잃었다. 마지막에 b2를 더한다.": lambda W1, b1, W2, b2: (
        W1 @ W2,
        b1 @ W2,
    ),
    "두 편향을 그냥 더했다. b1은 W2를 먼저 지난다.": lambda W1, b1, W2, b2: (
        W1 @ W2,
        b1 + b2,
    ),
    "W2와 b1의 순서가 바뀌었다. 행벡터라 b1 @ W2로 곱한다.": lambda W1, b1, W2, b2: (
        W1 @ W2,
        W2 @ b1 + b2,
    ),
    "곱하는 순서가 바뀌었다. 입력은 W1을 먼저 만난다.": lambda W1, b1, W2, b2: (
        W2 @ W1,
        b1 @ W2 + b2,
    ),
    "가중치를 더했다. 층을 잇따라 지나면 곱해진다.": lambda W1, b1, W2, b2: (
        W1 + W2,
        b1 @ W2 + b2,
    ),
    "칸마다 곱했다. 행렬 곱은 *가 아니라 @다.": lambda W1, b1, W2, b2: (
        W1 * W2,
        b1 @ W2 + b2,
    ),
    "W가 누웠다. 전치하지 않은 (D, K)다.": lambda W1, b1, W2, b2: (
        (W1 @ W2).T,
        b1 @ W2 + b2,
    ),
    "b가 2차원이다. (1, K)가 아니라 (K,)다.": lambda W1, b1, W2, b2: (
        W1 @ W2,
        (b1 @ W2 + b2)[None],
    ),
    "차례가 바뀌었다. W와 b의 순서로 돌려준다.": lambda W1, b1, W2, b2: (
        b1 @ W2 + b2,
        W1 @ W2,
    ),
    "W와 b를 함께 돌려주지 않았다. return W, b로 끝낸다.": lambda W1, b1, W2, b2: (
        W1 @ W2
    ),
}


def cases(rng):
    for D, H, K in ((3, 3, 3), (2, 2, 2), (2, 5, 4), (4, 1, 2), (1, 3, 1), (5, 2, 2)):
        W1, b1 = rng.normal(size=(D, H)), rng.normal(size=H)
        yield W1, b1, rng.normal(size=(H, K)), rng.normal(size=K)


def check(answer) -> None:
    keeps = "W1", "b1", "W2", "b2"
    rng = answer.rng()
    answer.compare("merge_layers", merge_layers, cases(rng), MISTAKES, keeps=keeps)
