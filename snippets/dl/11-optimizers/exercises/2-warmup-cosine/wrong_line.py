"""직선이 아니라 코사인을 따라 내려간다."""


def warmup_cosine(t, lr, warmup, total):
    if t < warmup:
        return lr * t / warmup
    return lr * max(0, (total - t) / (total - warmup))
