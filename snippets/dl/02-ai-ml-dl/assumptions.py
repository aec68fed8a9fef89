import numpy as np

from lessons.dl.attention import scaled_dot_product_attention
from lessons.dl.rnn import rnn

rng = np.random.default_rng(0)
T, D, H = 6, 3, 4
X = rng.standard_normal((T, D))
shuffled = np.array([3, 0, 5, 1, 4, 2])

W = rng.standard_normal((T, D, H))
mlp = np.tensordot(X, W, 2)
moved = np.tensordot(X[shuffled], W[shuffled], 2)
print("MLP: 가중치까지 같이 섞으면 답이 같은가:", np.allclose(mlp, moved))

signal = np.array([0.0, 0, 1, 3, 2, 0, 0, 0])
edges = np.correlate(signal, [-1, 0, 1])
later = np.correlate(np.roll(signal, 2), [-1, 0, 1])
print("CNN: 입력을 옮기면 답도 옮겨지는가:", np.array_equal(edges[:-2], later[2:]))

W_ih, W_hh = rng.standard_normal((H, D)), rng.standard_normal((H, H))
read = rnn(X[:, None], np.zeros((1, H)), W_ih, W_hh)[1]
mixed = rnn(X[shuffled][:, None], np.zeros((1, H)), W_ih, W_hh)[1]
print("RNN: 순서를 섞어도 답이 같은가:", np.allclose(read, mixed))


def attend(x):
    return scaled_dot_product_attention(x, x, x)


same = np.allclose(attend(X)[shuffled], attend(X[shuffled]))
print("어텐션: 순서를 섞으면 답도 똑같이 섞일 뿐인가:", same)
places = rng.standard_normal((T, D))
same = np.allclose(attend(X + places)[shuffled], attend(X[shuffled] + places))
print("위치를 더해도 그런가:", same)
