"""걸음 수를 학습률에 곱해 한 걸음에 갔다."""


def arrive(A, x0, lr, steps):
    return x0 - steps * lr * (A @ x0)
