"""순서를 거꾸로 읽는 것은 되돌리기가 아니다."""


def restore(shuffled, order):
    return shuffled.reshape(len(shuffled), -1)[:, order[::-1]].reshape(shuffled.shape)
