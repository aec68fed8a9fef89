import numpy as np

from lessons.dl.attention import scaled_dot_product_attention


def attend(query, key, value):
    """어텐션의 전부. 식 (2.12)–(2.14)"""
    scores = query @ key.T / np.sqrt(query.shape[1])
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    ratios = e / e.sum(axis=1, keepdims=True)
    return ratios, ratios @ value


query = np.array([[2.0, 0]])
key = np.array([[1.0, 0], [0, 1], [1, 1]])
value = np.array([[10.0], [100], [20]])
ratios, mixed = attend(query, key, value)
print("보는 비율:", ratios.round(3))
print("섞은 값:", mixed.round(2))
ours = scaled_dot_product_attention(query, key, value)
print("lessons의 것과 같은가:", np.allclose(mixed, ours))
