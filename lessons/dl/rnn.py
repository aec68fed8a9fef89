"""순환 신경망의 한 칸. 읽은 것을 은닉 상태에 담아 다음 칸으로 넘긴다.

기호: x 입력, h 은닉 상태, N 배치, T 길이, D 입력의 수, H 은닉 상태의 수
    W_ih (H, D)와 W_hh (H, H)는 PyTorch처럼 행이 출력이다
출처: Elman (1990)
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array
from lessons.arrays import broadcast, finite, real

# --8<-- [end:imports]


# --8<-- [start:rnn_tanh_cell]
def rnn_tanh_cell(
    x: Array,
    h: Array,
    W_ih: Array,
    W_hh: Array,
    b_ih: Array | float | None = None,
    b_hh: Array | float | None = None,
) -> Array:
    """한 시점을 읽는다. 식 (2.11). 순서는 torch.rnn_tanh_cell과 같다.

    x: (N, D), h: (N, H), 반환: (N, H) 새 은닉 상태
    오류: 모양이 안 맞으면 ValueError
    """
    W_ih = real("W_ih", W_ih, "H, D")
    H, D = W_ih.shape
    W_hh = real("W_hh", W_hh, "H, H", H=H)
    x = real("x", x, "N, D", D=D)
    h = real("h", h, "N, H", N=len(x), H=H)
    b_ih = broadcast("b_ih", 0 if b_ih is None else b_ih, (H,))
    b_hh = broadcast("b_hh", 0 if b_hh is None else b_hh, (H,))
    return np.tanh(x @ W_ih.T + b_ih + h @ W_hh.T + b_hh)
# --8<-- [end:rnn_tanh_cell]


# --8<-- [start:rnn]
def rnn(
    x: Array,
    h: Array,
    W_ih: Array,
    W_hh: Array,
    b_ih: Array | None = None,
    b_hh: Array | None = None,
) -> tuple[Array, Array]:
    """같은 한 칸을 T번 되풀이한다. nn.RNN과 같은 것을 돌려준다.

    x: (T, N, D), h: (N, H) 처음의 은닉 상태
    반환: 시점마다의 은닉 상태 (T, N, H)와 마지막 은닉 상태 (N, H)
    오류: x가 3차원이 아니거나 비었으면 ValueError
    """
    states = []
    for x_t in finite("x", x, "T, N, D"):
        h = rnn_tanh_cell(x_t, h, W_ih, W_hh, b_ih, b_hh)
        states.append(h)
    return np.stack(states), h
# --8<-- [end:rnn]
