"""겉모습: 오린 픽셀, 조각의 이름, PyTorch와 같은 벡터, 처음 보는 물체."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

from lessons.artifacts import load
from lessons.cnn.tracking import embedding, embedding_torch
from lessons.cnn.tracking.embedding import (
    Sharpen,
    Unit,
    crop,
    embedder,
    identity_crops,
    with_classifier,
    with_features,
)
from lessons.dl.tensor import Tensor
from tests.cnn.tracking.stand_ins import Scripted, Still


def trained():
    model = embedder(rng=np.random.default_rng(0))
    model.load_state_dict(load("cnn/track_embedding"))
    return model


def test_the_same_vectors_as_torch():
    ours = embedder(8, rng=np.random.default_rng(1))
    theirs = embedding_torch.embedder(8).double()
    state = {name: torch.tensor(w) for name, w in ours.state_dict().items()}
    theirs.load_state_dict(state)
    X = np.random.default_rng(2).normal(size=(20, 3, 12, 12))
    with torch.inference_mode():
        expected = theirs(torch.tensor(X)).numpy()
    assert_allclose(ours(X).data, expected, rtol=1e-9, atol=1e-12)


def test_new_things_are_told_apart():
    """배우지 않은 동영상에서, 가장 가까운 조각이 같은 물체다."""
    X, ids, videos = identity_crops(2, 4, rng=np.random.default_rng(99))
    vectors = trained()(X).data
    near = vectors @ vectors.T - 2 * np.eye(len(X)) - 4 * (videos[:, None] != videos)
    kept = np.bincount(ids)[ids] > 1
    assert (ids[near.argmax(axis=1)] == ids)[kept].mean() > 0.8


def test_sixteen_numbers_unless_told_otherwise():
    X = np.random.default_rng(0).normal(size=(2, 3, 12, 12))
    assert embedder(rng=np.random.default_rng(0))(X).shape == (2, 16)
    with torch.inference_mode():
        assert embedding_torch.embedder()(torch.tensor(X).float()).shape == (2, 16)


def test_every_row_has_length_one_or_zero():
    rows = np.array([[3.0, 4], [0, 0], [-0.6, 0.8]])
    assert_allclose(Unit()(Tensor(rows)).data, [[0.6, 0.8], [0, 0], [-0.6, 0.8]])
    assert_allclose(Unit()(Tensor([[1e-6, 0]])).data, [[np.sqrt(0.5), 0]])
    assert Sharpen()(Tensor([0.5, -1])).data.tolist() == [8, -16]
    theirs = embedding_torch.Unit()(torch.ones(2, 4, 3)).numpy()
    assert_allclose(theirs, 0.5)  # 언제나 둘째 축을 따라 잰다


def test_crops_are_the_pixels_inside():
    image = np.zeros((30, 30, 3), dtype=np.uint8)
    image[5:17, 8:20] = (255, 0, 51)
    patch = crop(image, [[8, 5, 20, 17]])[0]
    assert_allclose(patch[:, 3, 4], [0.5, -0.5, -0.3])
    assert (patch == patch[:, :1, :1]).all()
    assert_allclose(crop(image, [[-9, -9, 3, 3]])[0], -0.5)
    assert crop(image, np.zeros((0, 4))).shape == (0, 3, 12, 12)


def test_a_cell_takes_the_pixel_at_its_middle():
    """픽셀의 값이 곧 그 자리다. 빨강은 x, 녹색은 y, 파랑은 255다."""
    image = np.full((20, 30, 3), 255.0)
    image[..., 0], image[..., 1] = np.arange(30), np.arange(20)[:, None]

    def where(box):
        x, y, _ = np.round((crop(image, [box])[0] + 0.5) * 255).astype(int)
        assert (x == x[0]).all() and (y == y[:, :1]).all()
        return x[0].tolist(), y[:, 0].tolist()

    assert where([0, 0, 24, 12]) == (list(range(1, 24, 2)), list(range(12)))
    assert where([3, 2, 15, 26]) == (list(range(3, 15)), [*range(3, 20, 2), 19, 19, 19])
    assert where([24, -6, 36, 6]) == (
        [*range(24, 30), *[29] * 6],
        [0] * 6 + list(range(6)),
    )
    assert where([-6, 0, 6, 12]) == ([0] * 6 + list(range(6)), list(range(12)))
    assert where([3.4, 2.6, 15.4, 14.6]) == (list(range(3, 15)), list(range(3, 15)))
    assert_allclose(crop(image, [[0, 0, 1, 1]])[0, :, 0, 0], [-0.5, -0.5, 0.5])


def test_vectors_have_length_one_and_training_crops_have_names():
    X, ids, videos = identity_crops(2, 8, rng=np.random.default_rng(0))
    model = embedder(8, rng=np.random.default_rng(1))
    vectors = model(X).data
    assert vectors.shape == (len(X), 8)
    assert_allclose((vectors**2).sum(axis=1), 1, atol=1e-9)
    assert set(ids) == set(range(ids.max() + 1)) and set(videos) == {0, 1}
    for name in set(ids):
        assert len(set(videos[ids == name])) == 1
    whole = with_classifier(model, 5, rng=np.random.default_rng(2))
    assert whole(X).shape == (len(X), 5)


def test_the_classifier_sees_sixteen_times_the_vector():
    model = embedder(8, rng=np.random.default_rng(1))
    whole = with_classifier(model, 5, rng=np.random.default_rng(2))
    X = np.random.default_rng(0).normal(size=(3, 3, 12, 12))
    assert_allclose(whole(X).data, whole[2](model(X) * 16).data)


BOXES = [[2, 3, 14, 15], [20, 20, 21, 32], [5, 5, 17, 17]]


IMAGE = np.random.default_rng(0).integers(0, 255, (48, 48, 3))


def still(frames):
    """물체 셋이 선 장면이 frames번 되풀이되는 동영상."""
    video = Still(BOXES, [0.4, 0.399, 1])
    video.frames[0].image[:] = IMAGE
    video.frames.extend(video.frames * (frames - 1))
    return video


@pytest.fixture
def asked(monkeypatch):
    """동영상 대신 같은 장면 다섯을 준다. 무엇을 달라고 했는지 적는다."""
    asked = []

    def make_video(*counts, rng, **options):
        asked.append((*counts, options))
        return still(5)

    monkeypatch.setattr(embedding, "make_video", make_video)
    return asked


def test_crops_are_shaken_and_named_by_video_and_object(asked):
    rng = Scripted([1, 2, -1, 0, -9, 9, -9, -9])
    patches, ids, videos = identity_crops(2, 3, rng=rng)
    assert asked == [(24, 12, dict(speed=6, leave=True, pillars=1))] * 2
    assert ids.tolist() == [0, 1, 0, 1, 2, 3, 2, 3]
    assert videos.tolist() == [0] * 4 + [1] * 4
    shaken = [[3.5, 6, 12.5, 15], [-8.5, 18.5, 3.5, 19.5]]  # 1.5픽셀씩, 폭은 1 이상
    assert_allclose(patches, np.tile(crop(IMAGE, shaken), (4, 1, 1, 1)))
    assert len(identity_crops(1, rng=rng)[0]) == 2 * 3  # 두 프레임마다


def test_every_frame_gets_its_own_vectors():
    video = still(3)
    model = embedder(4, rng=np.random.default_rng(0))
    found = [(np.array(BOXES[:1]), np.ones(1)), (np.array(BOXES), np.ones(3))]
    found.append((np.array(BOXES[1:]), np.zeros(2)))
    out = with_features(video, found, model)
    lengths = [[len(part) for part in frame] for frame in out]
    assert lengths == [[1] * 3, [3] * 3, [2] * 3]
    for (boxes, scores, vectors), frame in zip(out, found, strict=True):
        assert boxes is frame[0] and scores is frame[1]
        patches = crop(IMAGE, boxes)
        assert_allclose(vectors, model(patches).data)
    nothing = [(np.zeros((0, 4)), np.zeros(0))] * 3
    assert [v.shape for *_, v in with_features(video, nothing, model)] == [(0, 4)] * 3


@pytest.mark.parametrize(
    "call, words",
    [
        (lambda m, g: crop(np.ones((2, 2)), BOXES), r"^image: 모양이 \(H, W, 3\)"),
        (lambda m, g: crop(np.ones((2, 2, 4)), BOXES), r"^image: 모양이 \(H, W, 3\)"),
        (lambda m, g: crop(np.full((2, 2, 3), -1), BOXES), "^image: 0 이상 255 이하"),
        (lambda m, g: crop(np.full((2, 2, 3), 256), BOXES), "^image: 0 이상 255 이하"),
        (lambda m, g: crop(np.ones((2, 2, 3)), [1]), r"^boxes: 모양이 \(N, 4\)"),
        (lambda m, g: identity_crops(0, rng=g), "^n_videos: 1 이상"),
        (lambda m, g: identity_crops(1, 0, rng=g), "^every: 1 이상"),
        (lambda m, g: identity_crops(1, rng=0), "^rng: np.random"),
        (lambda m, g: embedder(0, rng=g), "^dim: 1 이상"),
        (lambda m, g: embedder(rng=0), "^rng: np.random"),
        (lambda m, g: with_classifier(3, 2, rng=g), "^model: Sequential 하나를"),
        (lambda m, g: with_classifier(m, 0, rng=g), "^K: 1 이상"),
        (lambda m, g: with_features(0, [], m), "^video: 동영상 하나를"),
        (
            lambda m, g: with_features(still(1), 3, m),
            "^detections: 프레임",
        ),
        (
            lambda m, g: with_features(still(1), [], m),
            "argument 2 is shorter",
        ),
    ],
)
def test_what_is_refused(call, words):
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match=words):
        call(embedder(4, rng=rng), rng)
