"""바로 앞 프레임하고만 견주었다."""

import itertools


def count_switches(ids):
    pairs = itertools.pairwise(ids)
    return sum(a is not None and b is not None and a != b for a, b in pairs)
