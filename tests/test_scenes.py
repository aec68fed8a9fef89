"""함께 쓰는 장면: 정답이 그림과 맞는지, 언제나 같은 그림인지."""

import hashlib

import numpy as np
import pytest

from lessons.cnn.detection.boxes import box_iou
from lessons.scenes.moving import make_video
from lessons.scenes.shapes import SHAPES, inside
from lessons.scenes.still import make_scene, make_scenes, to_input


def rng(seed=0):
    return np.random.default_rng(seed)


def tight(mask):
    ys, xs = np.nonzero(mask)
    return [xs.min(), ys.min(), xs.max() + 1, ys.max() + 1]


def test_the_same_pictures_everywhere():
    digest = hashlib.sha256()
    for scene in make_scenes(20, 48, (0, 6), overlap=0.4, clutter=3, rng=rng()):
        digest.update(scene.image.tobytes() + scene.boxes.tobytes())
    video = make_video(12, 6, 64, leave=True, pillars=1, photo="cat", rng=rng(1))
    for t in range(len(video)):
        digest.update(video[t].image.tobytes() + video[t].ids.tobytes())
    assert digest.hexdigest()[:16] == "ff4bcf8cc46b47fe"


@pytest.mark.parametrize(("shape", "share"), [(0, np.pi / 4), (1, 1), (2, 0.5)])
def test_a_shape_fills_its_share_of_its_box(shape, share):
    for w, h in [(40, 40), (37, 50), (60, 45)]:
        mask = inside(shape, np.array([3, 5, 3 + w, 5 + h]), 64)
        assert mask.sum() == pytest.approx(share * w * h, rel=0.02)
        np.testing.assert_array_equal(mask[:, 3 : 3 + w], mask[:, 3 : 3 + w][:, ::-1])


def test_the_triangle_stands_on_its_base():
    mask = inside(2, np.array([0, 0, 20, 20]), 20)
    widths = mask.sum(axis=1)
    assert (np.diff(widths) >= 0).all()
    assert widths[-1] == 20


def test_boxes_are_tight_around_what_is_drawn():
    # 세모의 꼭짓점은 한 픽셀보다 좁을 수 있어 위쪽만 한두 픽셀 여유를 둔다
    for scene in make_scenes(200, 64, 1, rng=rng()):
        for mask, box in zip(scene.masks, scene.boxes, strict=True):
            assert (np.abs(tight(mask) - box) <= [0, 2, 0, 0]).all()


def test_objects_are_brighter_than_the_plain_background():
    for scene in make_scenes(50, noise=0, rng=rng()):
        covered = scene.masks.any(axis=0)
        assert (scene.image[covered] >= 90).all()
        assert (scene.image[~covered] <= 64).all()
        assert len(np.unique(scene.image[~covered], axis=0)) == 1


def test_noise_has_the_asked_deviation():
    scene = make_scene(128, 0, noise=10, photo=None, rng=rng(5))
    assert 9.5 < scene.image[..., scene.image.mean((0, 1)).argmax()].std() < 11.5


def test_the_later_one_is_in_front_and_masks_do_not_overlap():
    seen = []
    for scene in make_scenes(100, 48, (4, 8), overlap=1, noise=0, rng=rng()):
        assert scene.masks.sum(axis=0).max(initial=0) <= 1
        for k, (label, box) in enumerate(zip(scene.labels, scene.boxes, strict=True)):
            whole = inside(label, box, 48)
            assert not (scene.masks[k] & ~whole).any()
            hidden = whole & ~scene.masks[k]
            assert not (hidden & ~scene.masks[k + 1 :].any(axis=0)).any()
            assert scene.visible[k] == scene.masks[k].sum() / whole.sum()
        seen.append(scene.visible.min(initial=1))
    assert min(seen) < 0.5
    np.testing.assert_array_equal(scene.semantic > 0, scene.masks.any(axis=0))
    for k, mask in enumerate(scene.masks):
        assert (scene.semantic[mask] == scene.labels[k] + 1).all()
        assert (scene.instances[mask] == k + 1).all()


def test_boxes_overlap_no_more_than_asked():
    worst = {}
    for overlap in (0, 0.1, 0.4):
        scenes = make_scenes(100, 64, 6, overlap=overlap, rng=rng())
        pairs = [np.triu(box_iou(s.boxes, s.boxes), 1).max() for s in scenes]
        worst[overlap] = max(pairs)
        assert worst[overlap] <= overlap
    assert worst[0.1] > 0.05 and worst[0.4] > 0.3


def test_numbers_of_objects_shapes_and_sides():
    scenes = make_scenes(300, 64, (1, 4), shapes=2, sides=(10, 20), rng=rng())
    assert {len(s.labels) for s in scenes} == {1, 2, 3, 4}
    assert set(np.concatenate([s.labels for s in scenes])) == {0, 1}
    boxes = np.concatenate([s.boxes for s in scenes])
    w, h = (boxes[:, 2:] - boxes[:, :2]).T
    assert {w.min(), w.max()} == {10, 20} == {h.min(), h.max()}
    assert (3 * w <= 4 * h).all() and (3 * h <= 4 * w).all()
    every = np.concatenate([s.labels for s in make_scenes(100, rng=rng())])
    assert set(every) == set(range(len(SHAPES)))
    empty = make_scene(32, 0, rng=rng())
    assert empty.boxes.shape == (0, 4) and empty.masks.shape == (0, 32, 32)
    assert not empty.semantic.any()


def test_photographs_and_clutter_lie_behind():
    plain = make_scene(64, 0, noise=0, photo="cat", rng=rng(3))
    assert len(np.unique(plain.image)) > 100
    messy = make_scene(64, 0, noise=0, clutter=5, rng=rng(3))
    assert 2 <= len(np.unique(messy.image.reshape(-1, 3), axis=0)) <= 6


def test_scenes_go_on_from_one_generator():
    first, second = make_scenes(2, rng=rng())
    assert not np.array_equal(first.image, second.image)
    shared = rng()
    np.testing.assert_array_equal(make_scene(rng=shared).image, first.image)
    np.testing.assert_array_equal(make_scene(rng=shared).image, second.image)


def test_input_of_a_network():
    scene = make_scene(16, rng=rng(), sides=(4, 8))
    x = to_input([scene.image, scene.image])
    assert x.shape == (2, 3, 16, 16) and x.dtype == float
    assert x[1, 2, 3, 5] == scene.image[3, 5, 2] / 255
    np.testing.assert_array_equal(to_input(scene.image), x[:1])
    with pytest.raises(ValueError, match=r"images: 모양이 \(N, H, W, 3\)"):
        to_input(np.zeros((2, 3, 8, 8), dtype=np.uint8))
    with pytest.raises(ValueError, match="images: 정수를"):
        to_input(scene.image / 255)


def test_a_video_keeps_its_ids_and_moves_no_faster_than_asked():
    video = make_video(50, 5, 96, speed=2.5, rng=rng())
    assert len(video) == 50
    before = video[0]
    for t in range(1, len(video)):
        now = video[t]
        np.testing.assert_array_equal(now.ids, np.arange(5))
        np.testing.assert_array_equal(now.labels, before.labels)
        # 자른 가장자리는 빼고, 반올림한 한 픽셀까지
        inner = ((now.boxes > 0) & (now.boxes < 96)).all(axis=1)
        inner &= ((before.boxes > 0) & (before.boxes < 96)).all(axis=1)
        assert (np.abs(now.boxes - before.boxes)[inner] <= 3).all()
        before = now
    assert (np.abs(video[0].boxes - video[49].boxes).max(axis=1) > 5).any()


def test_a_frame_does_not_depend_on_the_order_of_asking():
    video = make_video(10, 4, 64, rng=rng())
    last = video[9].image
    video[3]
    np.testing.assert_array_equal(video[9].image, last)
    np.testing.assert_array_equal(video[-1].image, last)
    assert not np.array_equal(video[8].image, last)
    with pytest.raises(IndexError, match="0부터 9까지"):
        video[10]


def test_objects_leave_and_new_ones_come_with_new_numbers():
    video = make_video(150, 6, 80, speed=4, leave=True, rng=rng())
    gone, known = set(), set()
    for frame in video.frames:
        ids = [mover.id for mover in frame]
        assert len(set(ids)) == len(ids) <= 6
        assert not gone & set(ids)
        gone |= known - set(ids)
        known |= set(ids)
    assert known == set(range(len(known))) and len(known) > 8
    late = [t for t, f in enumerate(video.frames) if any(m.id == 6 for m in f)]
    x1, y1, x2, y2 = video[late[0]].boxes[list(video[late[0]].ids).index(6)]
    assert min(x1, y1, 80 - x2, 80 - y2) == 0  # 가장자리에서 들어온다


def test_nobody_leaves_when_the_walls_are_closed():
    video = make_video(200, 4, 60, speed=5, rng=rng(2))
    for frame in video.frames:
        assert [mover.id for mover in frame] == [0, 1, 2, 3]
        assert all((mover.place >= 128).all() for mover in frame)


def test_pillars_hide_what_passes_behind():
    video = make_video(80, 6, 100, pillars=1, noise=0, rng=rng(1))
    assert video.front.sum() == 10 * 100
    least = 1.0
    for t in range(80):
        scene = video[t]
        assert not (scene.masks & video.front).any()
        assert (scene.image[video.front] == 128).all()
        least = min(least, scene.visible.min())
    assert least < 0.5


def test_standing_still():
    video = make_video(5, 3, 64, speed=0, noise=0, rng=rng())
    np.testing.assert_array_equal(video[0].image, video[4].image)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"n_objects": (3, 1)}, "n_objects: 3 이상"),
        ({"n_objects": (1, 2, 3)}, "n_objects: 수 하나나 두 수"),
        ({"sides": (10, 99)}, "sides: 10부터 64까지"),
        ({"shapes": 4}, "shapes: 1부터 3까지"),
        ({"overlap": 2}, "overlap: "),
        ({"photo": "dog"}, "photo: 'astronaut'"),
        ({"size": 4}, "size: 8 이상"),
        ({"rng": 0}, "rng: "),
    ],
)
def test_what_cannot_be_drawn_is_told(options, message):
    with pytest.raises(ValueError, match=message):
        make_scene(**{"rng": rng(), **options})


def test_a_video_that_cannot_be_drawn_is_told():
    with pytest.raises(ValueError, match="speed: "):
        make_video(speed=100, rng=rng())
    with pytest.raises(ValueError, match="n_frames: "):
        make_video(0, rng=rng())
    with pytest.raises(ValueError, match="size: "):
        make_scene(300, photo="cat", rng=rng())
