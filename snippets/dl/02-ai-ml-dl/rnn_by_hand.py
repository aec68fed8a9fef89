import numpy as np

from lessons.dl.rnn import rnn, rnn_tanh_cell

W_ih, W_hh = np.array([[1.0]]), np.array([[0.5]])
h = np.zeros((1, 1))
for t, x in enumerate([1.0, 0.0, 0.0], start=1):
    h = rnn_tanh_cell(np.array([[x]]), h, W_ih, W_hh)
    print(f"{t}번째 입력 {x:.0f}: 은닉 상태 {h[0, 0]:.3f}")

sentences = np.array([[[1.0], [0], [0]], [[0], [0], [1]]]).swapaxes(0, 1)
_, last = rnn(sentences, np.zeros((2, 1)), W_ih, W_hh)
print("1 0 0과 0 0 1을 읽은 끝:", last[:, 0].round(3))
