"""배치로 꺼내기와 조기 종료."""

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader as TorchLoader

from lessons.cnn.classification.early_stopping import EarlyStopping
from lessons.cnn.classification.loader import DataLoader
from lessons.readers.folder import ImageFolder


class Numbers:
    def __init__(self, N):
        self.N = N

    def __len__(self):
        return self.N

    def __getitem__(self, index):
        return np.full((2, 3), index), index % 4


@pytest.mark.parametrize("N", [0, 1, 6, 7, 8])
@pytest.mark.parametrize("size", [1, 3, 7, 20])
@pytest.mark.parametrize("drop_last", [False, True])
def test_same_batches_as_torch(N, size, drop_last):
    ours = DataLoader(Numbers(N), size, drop_last=drop_last)
    theirs = TorchLoader(Numbers(N), size, drop_last=drop_last)
    assert len(ours) == len(theirs)
    batches = list(zip(ours, theirs, strict=True))
    for (X, y), (TX, Ty) in batches:
        np.testing.assert_array_equal(X, TX.numpy())
        np.testing.assert_array_equal(y, Ty.numpy())


def test_shuffled_every_time_and_every_sample_once():
    loader = DataLoader(Numbers(50), 8, True, rng=np.random.default_rng(0))
    orders = [np.concatenate([X[:, 0, 0] for X, _ in loader]) for _ in range(2)]
    assert (orders[0] != orders[1]).any()
    for order in orders:
        assert sorted(order) == list(range(50))
    again = DataLoader(Numbers(50), 8, True, rng=np.random.default_rng(0))
    np.testing.assert_array_equal(
        np.concatenate([X[:, 0, 0] for X, _ in again]), orders[0]
    )


def test_dropped_samples_differ_from_epoch_to_epoch():
    loader = DataLoader(
        Numbers(7), 3, True, drop_last=True, rng=np.random.default_rng(1)
    )
    seen = {tuple(np.concatenate([X[:, 0, 0] for X, _ in loader])) for _ in range(5)}
    assert all(len(order) == 6 for order in seen)
    assert len({frozenset(order) for order in seen}) > 1


def test_labelled_folder(tmp_path):
    for k, name in enumerate(("개", "고양이")):
        (tmp_path / name).mkdir()
        for i in range(3):
            np.save(tmp_path / name / f"{i}.npy", np.full((4, 5), 10 * k + i, np.uint8))
    loader = DataLoader(ImageFolder(tmp_path), 4)
    (X, y), (rest, _) = loader
    assert X.shape == (4, 4, 5)
    assert rest.shape == (2, 4, 5)
    assert y.tolist() == [0, 0, 0, 1]
    assert X[:, 0, 0].tolist() == [0, 1, 2, 10]


def test_needs_an_rng_to_shuffle():
    with pytest.raises(ValueError, match="rng"):
        DataLoader(Numbers(3), 1, True)


def test_stops_after_patience():
    stopper = EarlyStopping(patience=2)
    said = [stopper.step(loss) for loss in (1.0, 0.8, 0.9, 0.7, 0.7, 0.71)]
    assert said == [False, False, False, False, False, True]
    assert stopper.best == 0.7
    assert not stopper.improved


def test_min_delta_is_strict():
    stopper = EarlyStopping(patience=1, min_delta=0.25)
    assert not stopper.step(1.0)
    assert stopper.step(0.75)
    stopper = EarlyStopping(patience=1, min_delta=0.25)
    stopper.step(1.0)
    assert not stopper.step(0.5)


def test_resumes_where_it_was():
    first = EarlyStopping(patience=3)
    for loss in (0.5, 0.6, 0.7):
        first.step(loss)
    second = EarlyStopping(patience=3)
    second.load_state_dict(torch.load(_kept(first), weights_only=True))
    assert second.step(0.6)
    assert second.best == 0.5


def _kept(stopper):
    import io

    file = io.BytesIO()
    torch.save(stopper.state_dict(), file)
    file.seek(0)
    return file


def test_one_by_one_unless_said():
    batches = list(DataLoader(Numbers(3)))
    assert [len(X) for X, _ in batches] == [1, 1, 1]
    assert [int(y[0]) for _, y in batches] == [0, 1, 2]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"dataset": 3}, r"^dataset: 길이가 있는 데이터셋"),
        ({"batch_size": 0}, r"^batch_size: 1 이상"),
        ({"shuffle": 3}, r"^shuffle: True나 False"),
        ({"drop_last": 3}, r"^drop_last: True나 False"),
        ({"shuffle": True, "rng": 3}, r"^rng: .*난수 생성기"),
    ],
)
def test_refused(change, words):
    with pytest.raises(ValueError, match=words):
        DataLoader(**{"dataset": Numbers(3)} | change)


def test_a_new_stopper_has_heard_nothing():
    """정하지 않으면 세 번 참고, 조금이라도 줄면 나아진 것이다."""
    stopper = EarlyStopping()
    assert (stopper.best, stopper.waited) == (float("inf"), 0)
    assert stopper.improved is False
    assert [stopper.step(v) for v in (1, 0.999, 2, 2, 2)] == [False] * 4 + [True]
    assert stopper.state_dict() == {"best": 0.999, "waited": 3}
    assert not stopper.step(0.5)
    assert stopper.improved
    assert stopper.waited == 0


def test_stopper_refuses():
    with pytest.raises(ValueError, match=r"^patience: 1 이상"):
        EarlyStopping(0)
    with pytest.raises(ValueError, match=r"^min_delta: 0 이상"):
        EarlyStopping(3, -0.1)
    stopper = EarlyStopping()
    with pytest.raises(ValueError, match=r"^loss: 유한한 수"):
        stopper.step(float("nan"))
    with pytest.raises(ValueError, match=r"^state: "):
        stopper.load_state_dict(3)
    with pytest.raises(ValueError, match=r"^waited: 0 이상"):
        stopper.load_state_dict({"best": 1.0, "waited": -1})
    stopper.load_state_dict({"best": 1.0, "waited": 0})
    assert stopper.waited == 0
