"""국소 미분에 곱하지 않았다."""


def gradients(nodes):
    grads = [0.0] * len(nodes)
    grads[-1] = 1.0
    for i in reversed(range(len(nodes))):
        for parent, slope in nodes[i]:
            grads[parent] += slope
    return grads
