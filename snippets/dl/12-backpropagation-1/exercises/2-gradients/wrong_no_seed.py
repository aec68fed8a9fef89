"""출발점이 빠졌다."""


def gradients(nodes):
    grads = [0.0] * len(nodes)
    for i in reversed(range(len(nodes))):
        for parent, slope in nodes[i]:
            grads[parent] += grads[i] * slope
    return grads
