"""앞에서부터 훑었다."""


def gradients(nodes):
    grads = [0.0] * len(nodes)
    grads[-1] = 1.0
    for i, inputs in enumerate(nodes):
        for parent, slope in inputs:
            grads[parent] += grads[i] * slope
    return grads
