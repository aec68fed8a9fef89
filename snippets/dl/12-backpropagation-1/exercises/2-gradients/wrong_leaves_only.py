"""노드마다 기울기가 하나씩 있어야 한다."""


def gradients(nodes):
    grads = [0.0] * len(nodes)
    grads[-1] = 1.0
    for i in reversed(range(len(nodes))):
        for parent, slope in nodes[i]:
            grads[parent] += grads[i] * slope
    return [grad for grad, inputs in zip(grads, nodes, strict=True) if not inputs]
