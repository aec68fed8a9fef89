"""√E로 나누지 않았다."""

import numpy as np


def attend(query, key, value, is_causal=False):
    scores = query @ key.T
    if is_causal:
        scores = np.where(np.tri(len(scores)), scores, -np.inf)
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True) @ value
