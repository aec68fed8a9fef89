"""비율을 구한 뒤에 가렸다."""

import numpy as np


def attend(query, key, value, is_causal=False):
    scores = query @ key.T / np.sqrt(query.shape[1])
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    ratios = e / e.sum(axis=1, keepdims=True)
    if is_causal:
        ratios = ratios * np.tri(len(ratios))
    return ratios @ value
