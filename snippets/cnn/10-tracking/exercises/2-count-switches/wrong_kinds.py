"""번호의 가짓수를 세었다."""


def count_switches(ids):
    return max(len(set(ids) - {None}) - 1, 0)
