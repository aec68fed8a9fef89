"""가릴 자리까지 넣어 가장 큰 점수를 뺐다."""

import numpy as np


def attend(query, key, value, is_causal=False):
    scores = query @ key.T / np.sqrt(query.shape[1])
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    if is_causal:
        e = e * np.tri(len(e))
    return e / e.sum(axis=1, keepdims=True) @ value
