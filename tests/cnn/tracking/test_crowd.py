"""붐비는 동영상: 글에 적은 물체, 프레임, 기둥의 수와, 씨앗마다 정해진 검출."""

from dataclasses import replace

import numpy as np
import pytest

from lessons.cnn.tracking import crowd as module
from lessons.cnn.tracking.crowd import crowd, crowd_video
from lessons.cnn.tracking.detector import detect, truth_of
from lessons.cnn.tracking.embedding import embedder, with_features
from lessons.scenes import make_video


def same(one, other):
    if isinstance(one, list | tuple):
        assert len(one) == len(other)
        return all(same(a, b) for a, b in zip(one, other, strict=True))
    return np.array_equal(one, other)


def test_the_video_is_what_the_page_says():
    video = crowd_video(0)
    assert len(video) == 60 and len(video.frames[0]) == 40
    movers = [mover for frame in video.frames for mover in frame]
    sides = np.array([mover.sides for mover in movers])
    assert (sides.min(), sides.max()) == (12, 20)
    speeds = np.abs([mover.velocity for mover in movers]) / 16
    assert speeds.max() == 6
    assert max(mover.id for mover in movers) > 40  # 나가면 새것이 들어온다
    inside = np.flatnonzero(video.front.any(axis=0))
    assert inside.tolist() == list(range(72, 88))  # 160픽셀의 한가운데


def test_every_seed_has_its_video_apart_from_its_detections():
    settings = dict(sides=(12, 20), speed=6, leave=True, pillars=1)
    for seed in (0, 3):
        rng = np.random.default_rng([10, seed])
        expected = make_video(60, 40, **settings, rng=rng)
        video = crowd_video(seed)
        assert video.seed == expected.seed
        assert (video[7].boxes == expected[7].boxes).all()
    plain, photo = crowd_video(0).background, crowd_video(0, photo="cat").background
    assert len(np.unique(plain, axis=0)) < len(np.unique(photo, axis=0))


@pytest.fixture
def short(monkeypatch):
    """앞의 세 프레임만 본다."""
    asked = []

    def few(seed, *, photo):
        asked.append((seed, photo))
        video = crowd_video(seed, photo=photo)
        return replace(video, frames=video.frames[:3])

    monkeypatch.setattr(module, "crowd_video", few)
    return asked


@pytest.mark.parametrize("seed, photo", [(0, None), (2, "cat")])
def test_truth_and_detections_are_of_the_same_video(short, seed, photo):
    model = embedder(4, rng=np.random.default_rng(0))
    truth, found = crowd(seed, model, **({"photo": photo} if photo else {}))
    assert short == [(seed, photo)]
    video = crowd_video(seed, photo=photo)
    video = replace(video, frames=video.frames[:3])
    assert same(truth, truth_of(video))
    seen = detect(video, rng=np.random.default_rng([11, seed]))
    assert same(found, with_features(video, seen, model))
    assert np.mean([len(ids) for ids, _ in truth]) > 25


def test_what_is_refused(short):
    model = embedder(4, rng=np.random.default_rng(0))
    for call in (crowd_video, lambda seed: crowd(seed, model)):
        with pytest.raises(ValueError, match=r"^seed: 0 이상의 정수"):
            call(-1)
    with pytest.raises(ValueError, match=r"^model: Module 하나를"):
        crowd(0, None)
