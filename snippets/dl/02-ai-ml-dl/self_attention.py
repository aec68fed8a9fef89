import numpy as np

from lessons.dl.attention import attention_weights

X = np.array([[1.0, 0], [0, 1], [1, 1]])
W_query = np.array([[2.0, 0], [0, 0]])
W_key = np.array([[1.0, 0], [0, 1]])
query, key = X @ W_query, X @ W_key

print("모두 볼 때:")
print(attention_weights(query, key).round(2))
print("앞만 볼 때:")
print(attention_weights(query, key, is_causal=True).round(2))
