import numpy as np

from lessons.dl.attention import attention_weights, scaled_dot_product_attention

query = np.array([[2.0, 0]])
key = np.array([[1.0, 0], [0, 1], [1, 1]])
value = np.array([[10.0], [100], [20]])

print("점수:", (query @ key.T / np.sqrt(2)).round(3))
print("보는 비율:", attention_weights(query, key).round(3))
print("섞은 값:", scaled_dot_product_attention(query, key, value).round(2))

causal = attention_weights(key, key, is_causal=True)
print("앞만 볼 때:")
print(causal.round(2))
