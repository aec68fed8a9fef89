"""실습의 지저분한 폴더: 지어 묻힌 때가 말한 만큼 들었고, 사람의 눈은 참을 말한다."""

import numpy as np
import pytest

from lessons.messy_folder import COUNTS, MessyFolder
from lessons.readers.folder import ImageFolder


@pytest.fixture(scope="module")
def messy(tmp_path_factory):
    place = tmp_path_factory.mktemp("messy") / "옷"
    return MessyFolder(place, rng=np.random.default_rng(0)), ImageFolder(place)


def unit(X):
    Z = X[..., 0].reshape(len(X), -1) - X[..., 0].mean(axis=(1, 2))[:, None]
    return Z / np.linalg.norm(Z, axis=1, keepdims=True)


def test_the_folder_holds_what_it_says(messy):
    folder, data = messy
    X, y = data.arrays()
    secrets = folder.secrets()
    assert set(data.classes) == set(COUNTS)
    assert X.shape == (sum(COUNTS.values()) + secrets["두 번 담은 것"], 28, 28, 3)
    said = folder.look_again([path for path, _ in data.samples])
    named = [data.classes[k] for k in y]
    wrong = np.sum(np.array(said) != named)
    assert wrong == secrets["이름이 틀린 것"]
    assert 0.06 < wrong / len(y) < 0.1
    assert 0.09 < secrets["돌아간 것"] / len(y) < 0.15
    assert said.count("가방") < 60
    assert folder.looked >= len(y)


def test_twins_are_there_under_other_names(messy):
    folder, data = messy
    X = data.arrays()[0].astype(float)
    U = unit(X)
    alike = np.max([U @ unit(np.rot90(X, k, axes=(1, 2))).T for k in range(4)], axis=0)
    pairs = np.argwhere(np.triu(alike, 1) > 0.998)
    assert 150 <= len(pairs) <= 152
    paths = [path for path, _ in data.samples]
    for i, j in pairs[:20]:
        one, other = folder.look_again([paths[i], paths[j]])
        assert one == other


def test_the_same_seed_makes_the_same_folder(messy, tmp_path):
    _, data = messy
    again = MessyFolder(tmp_path / "옷", rng=np.random.default_rng(0))
    names = sorted(p.relative_to(data.root) for p, _ in data.samples)
    assert names == sorted(
        p.relative_to(again.root) for p, _ in ImageFolder(again.root).samples
    )
    path = names[3]
    assert (again.root / path).read_bytes() == (data.root / path).read_bytes()


def test_tomorrow_is_clean_and_unseen(messy):
    folder, _ = messy
    X, names = folder.tomorrow()
    assert X.shape == (500, 28, 28) and X.dtype == np.uint8
    assert {name: np.sum(names == name) for name in COUNTS} == dict.fromkeys(
        COUNTS, 100
    )


def test_what_cannot_be_asked_is_told(messy, tmp_path):
    folder, _ = messy
    with pytest.raises(ValueError, match="root: 이미 있다"):
        MessyFolder(tmp_path, rng=np.random.default_rng(0))
    with pytest.raises(ValueError, match="이 폴더에 없는 사진이다: nothing"):
        folder.look_again(["nothing.png"])
    with pytest.raises(ValueError, match="paths: 경로의 목록을 넣는다"):
        folder.look_again("0001.png")
    assert not (tmp_path / "0001.png").exists()
