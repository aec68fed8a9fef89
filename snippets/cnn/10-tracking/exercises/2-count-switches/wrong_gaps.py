"""놓친 것까지 전환으로 세었다."""

import itertools


def count_switches(ids):
    return sum(a != b for a, b in itertools.pairwise(ids))
