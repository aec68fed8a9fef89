from lessons.dl.value import Value


def breadth_first(root):
    """출력에서 가까운 것부터 한 번씩. 입력이 출력보다 먼저 올 수도 있다."""
    order = [root]
    for node in order:
        order.extend(p for p in dict.fromkeys(node.parents) if p not in order)
    return order


def backward_in(order):
    for node in order:
        node.grad = 0.0
    order[0].grad = 1.0
    for node in order:
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            parent.grad += node.grad * slope


x = Value(3)
c = x * x
d = c + 1
L = c * d
backward_in(breadth_first(L))
print("가까운 것부터:", x.grad)
x.grad = None
L.backward()
print("위상 정렬의 역순:", x.grad)
print("식으로 구한 값 4x³ + 2x:", 4 * 3.0**3 + 2 * 3.0)
