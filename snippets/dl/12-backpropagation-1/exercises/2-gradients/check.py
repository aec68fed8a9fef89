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


def gradients(nodes):
    return flow(nodes)


def otherwise(**how):
    return lambda nodes: flow(nodes, **how)


def recursive(nodes):
    """번호를 거꾸로 훑지 않고 쓰인 곳을 다시 부른다."""
    users = [[] for _ in nodes]
    for i, inputs in enumerate(nodes):
        for parent, slope in inputs:
            users[parent].append((i, slope))
    known = {len(nodes) - 1: 1.0}

    def grad(i):
        if i not in known:
            known[i] = sum(grad(user) * slope for user, slope in users[i])
        return known[i]

    return [grad(i) for i in range(len(nodes))]


def leaves(nodes):
    pairs = zip(gradients(nodes), nodes, strict=True)
    return [grad for grad, inputs in pairs if not inputs]


MISTAKES = {
    "길이 만나는 곳에서 더하지 않고 덮어썼다. +=로 모은다.": otherwise(add=False),
    "그 노드에 모인 기울기를 국소 미분에 곱하지 않았다.": otherwise(upstream=False),
    "앞에서부터 훑었다. 출력부터 거꾸로 훑는다.": otherwise(backwards=False),
    "출발점이 빠졌다. 마지막 노드의 기울기는 1이다.": otherwise(seed=0.0),
    "그래프가 깊으면 재귀가 멈춘다. 번호를 거꾸로 세는 for문으로 훑는다.": recursive,
    "잎의 기울기만 돌려주었다. 노드마다 기울기가 하나씩 있어야 한다.": leaves,
    "순서가 거꾸로다. nodes와 같은 순서로 돌려준다.": (
        lambda nodes: gradients(nodes)[::-1]
    ),
}


def cases(rng):
    a, b = (float(v) for v in rng.integers(2, 9, size=2))
    yield [[], [], [(0, 1.0), (1, 1.0)], [(2, 3.0), (0, 2.0)]]
    yield [[], [(0, a)], [(1, b)]]
    yield [[], [], [(0, 1.0), (1, -1.0)], [(2, a), (0, b)], [(3, a), (3, b)]]
    yield [[]]
    yield [[], [], [(0, a)], [(1, -b)]]  # 2번은 출력에 닿지 않는다
    yield [[], [(0, 0.0), (0, a)], [(1, b), (0, -0.5), (1, 0.25)]]
    for _ in range(6):
        nodes = [[], []]
        for i in range(2, int(rng.integers(4, 9))):
            parents = rng.integers(0, i, size=int(rng.integers(0, 4))).tolist()
            nodes.append([(p, round(float(rng.normal(0, 2)), 2)) for p in parents])
        yield [*nodes, [(len(nodes) - 1, a), (0, b)]]
    yield [[], *([(i, 1.0), (0, a)] for i in range(3000))]


def check(answer) -> None:
    graphs = ((nodes,) for nodes in cases(answer.rng()))
    answer.compare("gradients", gradients, graphs, MISTAKES, keeps=("nodes",))
