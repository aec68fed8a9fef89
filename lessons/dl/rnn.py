"""순환 신경망의 한 칸. 읽은 것을 은닉 상태에 담아 다음 칸으로 넘긴다.

기호: x 입력, h 은닉 상태, N 배치, T 길이, D 입력의 수, H 은닉 상태의 수
    W_ih (H, D)와 W_hh (H, H)는 PyTorch처럼 행이 출력이다
출처: Elman (1990)
"""

# --8<-- [start:imports]
import numpy as np

from lessons import Array

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
    H, D = np.shape(W_ih)
    N = np.shape(x)[:1]
    shapes = np.shape(x), np.shape(h), np.shape(W_hh)
    if shapes != ((*N, D), (*N, H), (H, H)):
        raise ValueError(
            f"W_ih가 ({H}, {D})이면 x는 (N, {D}), h는 (N, {H}), W_hh는 ({H}, {H})여야 "
            f"한다. {np.shape(x)}, {np.shape(h)}, {np.shape(W_hh)}가 왔다."
        )
    z = x @ np.transpose(W_ih) + h @ np.transpose(W_hh)
    return np.tanh(z + (0 if b_ih is None else b_ih) + (0 if b_hh is None else b_hh))
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
    if np.ndim(x) != 3 or not len(x):
        raise ValueError(f"x는 비지 않은 (T, N, D)여야 한다. {np.shape(x)}가 왔다.")
    states = []
    for x_t in x:
        h = rnn_tanh_cell(x_t, h, W_ih, W_hh, b_ih, b_hh)
        states.append(h)
    return np.stack(states), h
# --8<-- [end:rnn]
