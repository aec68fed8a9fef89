"""모든 샘플의 수로 나누었다."""


def per_class(M):
    share = M.diagonal() / M.sum()
    return share, share, share
