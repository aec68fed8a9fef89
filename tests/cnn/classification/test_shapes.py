"""도형을 가려내는 문제: 그림의 꼴, 두 엔진의 같은 답, 그리고 배운 것의 결과."""

import numpy as np
import pytest
import torch

from lessons.artifacts import load
from lessons.cnn.classification import shapes, shapes_torch
from lessons.cnn.classification.grad_cam import explain, pointing_game
from lessons.cnn.classification.shortcut import stamp
from lessons.scenes import make_scenes, to_input


def test_lone_shapes():
    images, y, boxes = shapes.lone_shapes(60, rng=np.random.default_rng(0))
    assert (images.shape, images.dtype) == ((60, 64, 64, 3), np.uint8)
    assert set(y) == {0, 1, 2}
    sides = boxes[:, 2:] - boxes[:, :2]
    assert sides.min() >= 12
    assert sides.max() <= 18
    again, *_ = shapes.lone_shapes(60, rng=np.random.default_rng(0))
    np.testing.assert_array_equal(images, again)


def test_sides_and_map_are_those_the_page_says():
    _, _, boxes = shapes.lone_shapes(300, rng=np.random.default_rng(0))
    sides = boxes[:, 2:] - boxes[:, :2]
    assert (sides.min(), sides.max()) == (12, 18)
    model = shapes.shape_net(rng=np.random.default_rng(0)).eval()
    assert model[0](np.zeros((1, 3, 64, 64))).shape == (1, 32, 16, 16)


def test_both_engines_answer_the_same():
    torch.manual_seed(0)
    model = shapes_torch.shape_net().double()
    x = np.random.default_rng(0).uniform(size=(5, 3, 64, 64))
    model.train()(torch.tensor(x))  # 이동 평균을 움직인다
    ours = shapes.shape_net(rng=np.random.default_rng(1)).eval()
    state = {k: v.numpy() for k, v in model.eval().state_dict().items()}
    assert set(state) == set(ours.state_dict())
    ours.load_state_dict(state)
    np.testing.assert_allclose(
        ours(x).data, model(torch.tensor(x)).detach(), atol=1e-12
    )


def test_what_was_learned():
    """(배운 법, 잰 곳, 씨앗, 값): 정확도, 세모의 재현율, 물체와 표시를 가리킨 비율."""
    runs = load("cnn/shapes_run")["runs"].reshape(3, 3, 3, 4)
    honest, shortcut, mended = runs
    assert honest[..., 0].min() > 0.94
    assert honest[..., 2].min() > 0.95
    without, same, everywhere = shortcut
    assert same[:, 0].min() > 0.95  # 배운 곳에서는 잘 맞힌다
    assert without[:, 0].max() < same[:, 0].min() - 0.1
    assert without[:, 1].mean() < 0.3  # 세모를 대개 놓친다
    assert without[:, 1].max() < 0.6  # 덜 속은 씨앗도 절반쯤 놓친다
    assert everywhere[:, 0].max() < 0.75
    assert same[:, 3].min() > 0.8  # 세모의 지도가 표시를 가리킨다
    assert mended[..., 0].min() > 0.94
    assert mended[..., 3].max() < 0.2


def test_kept_models_do_what_the_page_says():
    images, y, boxes = shapes.lone_shapes(120, rng=np.random.default_rng(11))
    marked = stamp(images, y == 2)
    right = {}
    for name in ("shapes", "shapes_shortcut"):
        model = shapes.shape_net(rng=np.random.default_rng(0)).eval()
        model.load_state_dict(load(f"cnn/{name}"))
        cam, z = explain(model[0], model[1], to_input(marked))
        assert np.mean(z.argmax(axis=1) == y) > 0.95
        hit = pointing_game(cam, boxes, (64, 64), 2)
        right[name] = hit[y == 2].mean()
    assert right["shapes"] > 0.84
    assert right["shapes_shortcut"] < 0.3


def test_contest_and_transfer():
    scores = load("cnn/residual_contest")["scores"]  # (갈래, 씨앗, 학습·테스트)
    plain, clipped, skip, shallow, shallow_skip = scores
    assert skip[:, 1].min() > max(plain[:, 1].max(), clipped[:, 1].max()) + 0.2
    assert plain[:, 0].max() < shallow[:, 0].min()  # 학습 데이터부터 나쁘다
    assert skip[:, 1].min() > shallow[:, 1].mean()
    assert abs(skip.mean() - shallow_skip.mean()) < 0.06
    found = load("cnn/transfer")["found"]  # (씨앗, 과제, 방법)
    scratch, frozen, tuned = found.mean(axis=0).T
    assert frozen[0] > scratch[0] + 0.05  # 가깝고 두 장
    assert frozen[2] < scratch[2] - 0.03  # 가깝고 50장
    assert frozen[3] < scratch[3] - 0.1  # 멀다
    assert (tuned[:3] > scratch[:3] - 0.02).all()


def test_scenes_are_those_of_the_page():
    """막대 여섯 개와 잡음 35 속에, 한 변이 12에서 18인 도형 하나."""
    images, y, boxes = shapes.lone_shapes(3, rng=np.random.default_rng(5))
    options = {"sides": (12, 18), "clutter": 6, "noise": 35}
    scenes = make_scenes(3, 64, 1, **options, rng=np.random.default_rng(5))
    for image, label, box, scene in zip(images, y, boxes, scenes, strict=True):
        np.testing.assert_array_equal(image, scene.image)
        assert [label] == list(scene.labels)
        np.testing.assert_array_equal([box], scene.boxes)


def test_refused():
    with pytest.raises(ValueError, match=r"^N: 1 이상"):
        shapes.lone_shapes(0, rng=np.random.default_rng(0))
    with pytest.raises(ValueError, match=r"^rng: .*난수 생성기"):
        shapes.lone_shapes(3, rng=3)
    with pytest.raises(ValueError, match=r"^rng: .*난수 생성기"):
        shapes.shape_net(rng=3)
