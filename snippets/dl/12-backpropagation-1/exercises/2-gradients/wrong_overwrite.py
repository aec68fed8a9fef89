"""더하지 않고 덮어썼다."""


def gradients(nodes):
    grads = [0.0] * len(nodes)
    grads[-1] = 1.0
    for i in reversed(range(len(nodes))):
        for parent, slope in nodes[i]:
            grads[parent] = grads[i] * slope
    return grads
