"""프레임의 목록을 받는 문: 목록과 튜플은 받고, 나머지는 무엇을 받았는지 말한다."""

import numpy as np
import pytest

from lessons.cnn.tracking.frames import as_frames


def test_every_frame_becomes_a_tuple():
    assert as_frames("frames", ([1, 2], (3,), [])) == [(1, 2), (3,), ()]
    assert as_frames("frames", []) == as_frames("frames", ()) == []


@pytest.mark.parametrize("bad", [None, 3, "ab", {}, [1], [(1, 2), 3], np.zeros((2, 2))])
def test_what_is_no_list_of_frames(bad):
    with pytest.raises(ValueError, match=r"^truth: 프레임마다 .* 받은 값: ") as error:
        as_frames("truth", bad)
    assert repr(bad)[:20] in str(error.value)
