"""앞이 아니라 뒤를 보았다."""

import numpy as np


def attend(query, key, value, is_causal=False):
    scores = query @ key.T / np.sqrt(query.shape[1])
    if is_causal:
        scores = np.where(np.tri(len(scores)).T, scores, -np.inf)
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True) @ value
