"""곱셈-누산의 수: 하나씩 세어 본 것, 페이지의 수, 오류."""

import numpy as np
import pytest

from lessons.cnn.conv.cost import macs
from lessons.cnn.conv.im2col import im2col


@pytest.mark.parametrize("seed", range(10))
def test_counts_every_product(seed):
    """1로 찬 그림과 커널에서, 패딩까지 센 곱의 수는 열의 크기 × 출력 채널이다."""
    rng = np.random.default_rng(seed)
    groups, N = int(rng.integers(1, 3)), int(rng.integers(1, 4))
    c_in, c_out = (groups * rng.integers(1, 4, 2)).tolist()
    kernel, stride = rng.integers(1, 4, 2).tolist(), rng.integers(1, 3, 2).tolist()
    x = np.ones((N, c_in, 7, 8))
    cols = im2col(x, kernel, 2, 1, stride)
    W = (c_out, c_in // groups, *kernel)
    assert macs(x.shape, W, stride, 1, 2, groups) == cols.size * c_out // groups


def test_the_numbers_of_the_page():
    x = (1, 64, 56, 56)
    plain = macs(x, (128, 64, 3, 3), padding=1)
    split = macs(x, (64, 1, 3, 3), padding=1, groups=64) + macs(x, (128, 64, 1, 1))
    assert plain == 231_211_008 and split == 27_496_448
    assert split / plain == pytest.approx(1 / 128 + 1 / 9)
    assert macs((32, 64, 28, 28), (64, 64, 3, 3), padding=1) == 924_844_032
    assert macs((1, 1, 5, 5), (1, 1, 3, 3)) == 81


def test_errors_say_what_to_mend():
    with pytest.raises(ValueError, match=r"^크기: 정수를 4개"):
        macs((1, 1, 5), (1, 1, 3, 3))
    with pytest.raises(ValueError, match=r"^크기: 정수를 4개"):
        macs((1, 1, 5, 5), (1, 3, 3))
    with pytest.raises(ValueError, match="groups=2"):
        macs((1, 1, 5, 5), (1, 1, 3, 3), groups=2)
