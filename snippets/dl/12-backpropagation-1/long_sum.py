from lessons.dl.value import Value, topological_order


def recursive_order(node, order, seen):
    if node not in seen:
        seen.add(node)
        for parent in node.parents:
            recursive_order(parent, order, seen)
        order.append(node)
    return order


x = Value(0.5)
for terms in (100, 10_000):
    total = Value(0)
    for _ in range(terms):
        total = total + x

    try:
        nodes = len(recursive_order(total, [], set()))
        print(f"항 {terms}개, 재귀: 노드 {nodes}개를 줄 세웠다")
    except RecursionError:
        print(f"항 {terms}개, 재귀: RecursionError")

    x.grad = None
    total.backward()
    nodes = len(topological_order(total))
    print(f"항 {terms}개, 목록: 노드 {nodes}개, x.grad = {x.grad:.0f}")
