"""상태와 상자를 오가는 셈, 한 걸음, 공개 코드에 적힌 잡음의 크기."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lessons.cnn.tracking import motion


def test_states_and_boxes_go_back_and_forth():
    assert motion.to_measurement([[0, 10, 20, 15]]).tolist() == [[10, 12.5, 100, 4]]
    assert motion.to_boxes([[10, 12.5, 100, 4]]).tolist() == [[0, 10, 20, 15]]
    assert motion.to_boxes([[10, 12.5, 100, 4, 9, 9, 9]]).tolist() == [[0, 10, 20, 15]]
    rng = np.random.default_rng(0)
    boxes = rng.uniform(0, 50, (20, 4))
    boxes[:, 2:] += boxes[:, :2] + 1
    assert_allclose(motion.to_boxes(motion.to_measurement(boxes)), boxes)
    assert motion.to_boxes(np.zeros((0, 7))).shape == (0, 4)
    assert motion.to_measurement(np.zeros((0, 4))).shape == (0, 4)


def test_a_point_has_a_tiny_area():
    """너비나 높이가 0이면 백만분의 1픽셀로 친다."""
    assert_allclose(motion.to_measurement([[3, 4, 3, 4]]), [[3, 4, 1e-12, 1]])
    assert_allclose(motion.to_measurement([[3, 4, 5, 4]]), [[4, 4, 2e-6, 2e6]])
    assert_allclose(motion.to_measurement([[3, 4, 3, 6]]), [[3, 5, 2e-6, 5e-7]])
    point = motion.to_boxes(motion.to_measurement([[3, 3, 3, 3]]))
    assert_allclose(point, [[3, 3, 3, 3]], atol=1e-5)


def test_what_is_no_area_becomes_a_point():
    for s, r in ((-5, 1), (0, 1), (1e-20, 1)):
        x1, y1, x2, y2 = motion.to_boxes([[10, 20, s, r]])[0]
        assert_allclose([x1, y1, x2, y2], [10, 20, 10, 20], atol=1e-5)
        assert_allclose([x2 - x1, y2 - y1], 1e-6, rtol=1e-6)
    thin = motion.to_boxes([[0, 0, 1e-4, -1]])[0]  # 가로세로비도 0 위로 둔다
    assert_allclose(thin, [-5e-6, -5, 5e-6, 5])


def test_one_step_moves_the_first_three():
    x = np.array([1, 2, 3, 4, 0.1, 0.2, 0.3])
    assert_allclose(motion.F @ x, [1.1, 2.2, 3.3, 4, 0.1, 0.2, 0.3])
    assert_allclose(motion.H @ x, [1, 2, 3, 4])


def test_the_noise_is_that_of_the_published_code():
    """SORT의 공개 코드: R[2:, 2:] *= 10, P *= 10(속도는 1000배), Q의 끝은 0.01배씩."""
    R, P, Q = np.eye(4), np.eye(7), np.eye(7)
    R[2:, 2:] *= 10
    P[4:, 4:] *= 1000
    P *= 10
    Q[-1, -1] *= 0.01
    Q[4:, 4:] *= 0.01
    assert (R == motion.R).all() and (P == motion.P0).all()
    assert_allclose(motion.Q, Q)


def test_what_is_refused():
    with pytest.raises(ValueError, match=r"^boxes: 유한하고 x1 ≤ x2"):
        motion.to_measurement([[3, 0, 1, 1]])
    with pytest.raises(ValueError, match=r"^x: 모양이 \(N, D\)"):
        motion.to_boxes([1, 2, 3, 4])
