"""토막: 배치와 출력의 행을 빠짐없이 한 번씩 덮고, 한 토막은 한계를 넘지 않는다."""

import numpy as np
import pytest

from lessons.cnn.conv import plan as plans


@pytest.mark.parametrize("seed", range(20))
def test_blocks_cover_everything_once_within_the_limit(seed, monkeypatch):
    rng = np.random.default_rng(seed)
    limit = int(rng.integers(1, 20_000))
    monkeypatch.setattr(plans, "LIMIT", limit)
    C, kernel = int(rng.integers(1, 4)), tuple(rng.integers(1, 4, 2).tolist())
    stride, dilation = rng.integers(1, 3, (2, 2)).tolist()
    N, size = int(rng.integers(1, 6)), rng.integers(7, 12, 2).tolist()
    p = plans.plan((N, C, *size), (2, C, *kernel), stride, 0, dilation, 1)
    done = np.zeros((N, p.out[0]), dtype=int)
    one_row = 8 * C * kernel[0] * kernel[1] * p.out[1]
    for samples, bands in p.blocks():
        for rows, seen in bands:
            done[samples, rows] += 1
            n, high = done[samples, rows].shape
            assert n * high * one_row <= max(limit, one_row)
            assert n == 1 or high == p.out[0], "행은 한 장일 때만 나눈다"
            assert seen.start == rows.start * stride[0]
            assert seen.stop == (rows.stop - 1) * stride[0] + p.span[0] <= size[0]
    assert (done == 1).all()


def test_the_limit_is_one_mebibyte():
    assert plans.LIMIT == 2**20
