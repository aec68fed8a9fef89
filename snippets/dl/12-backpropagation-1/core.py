from lessons.dl.value import Value, topological_order

a, b = Value(3), Value(-1)
L = (a + b) * a
order = topological_order(L)
for node in order:
    node.grad = 0.0
L.grad = 1.0
for node in reversed(order):
    for parent, slope in zip(node.parents, node.slopes, strict=True):
        parent.grad += node.grad * slope
print("a", a.grad, "b", b.grad)
