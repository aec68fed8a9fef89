"""오래 배운 것을 남기고 꺼내기."""

import numpy as np
import pytest

from lessons import artifacts, files
from lessons.artifacts import load, save


@pytest.fixture
def here(tmp_path, monkeypatch):
    """읽는 이의 폴더에서. 책의 자리도 빈 폴더로 바꾼다."""
    monkeypatch.delenv("LESSONS_ARTIFACTS", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(files, "DATA", tmp_path / "data")
    return tmp_path


def test_what_is_saved_comes_back(here, monkeypatch):
    rng = np.random.default_rng(0)
    W, labels = rng.normal(size=(4, 3)), np.array([[1, -2]], dtype=np.int16)
    monkeypatch.setenv("LESSONS_ARTIFACTS", str(here / "data" / "trained"))
    save("cnn/tiny", W=W.T, labels=labels, loss=0.1, on=np.True_)
    found = load("cnn/tiny")
    assert list(found) == ["W", "labels", "loss", "on"]
    np.testing.assert_array_equal(found["W"], W.T.astype(np.float32))
    np.testing.assert_array_equal(found["labels"], labels)
    types = [found[name].dtype for name in found]
    assert types == [np.float32, np.int16, np.float32, np.bool_]
    assert found["loss"].shape == ()
    found["W"][:] = 0
    assert load("cnn/tiny")["W"].any()


def test_exact_numbers_can_be_asked_for(here, monkeypatch):
    monkeypatch.setenv("LESSONS_ARTIFACTS", str(here / "data" / "trained"))
    save("cnn/tiny", dtype="float64", x=np.array([1 / 3]))
    assert load("cnn/tiny")["x"][0] == 1 / 3
    save("cnn/tiny", x=np.array([1 / 3], dtype=np.float16))
    assert load("cnn/tiny")["x"].dtype == np.float16


def test_same_values_are_the_same_bytes(here):
    x = np.random.default_rng(0).normal(size=(5, 5))
    first = save("cnn/tiny", x=x, y=x.T).read_bytes()
    assert save("cnn/tiny", x=x, y=x.T).read_bytes() == first
    assert save("cnn/tiny", x=x + 1, y=x.T).read_bytes() != first


def test_reader_writes_here_and_reads_the_book(here):
    path = save("cnn/tiny", x=np.ones(2))
    assert path.resolve() == here / "cnn" / "tiny.npz"
    with pytest.raises(ValueError, match='배워 둔 "cnn/tiny"이 없다'):
        load("cnn/tiny")


def test_torch_tensors_are_saved_too(here):
    torch = pytest.importorskip("torch")
    layer = torch.nn.Linear(2, 3)
    path = save("cnn/tiny", W=layer.weight)
    with np.load(path) as file:
        assert file["W"].shape == (3, 2)


def test_missing_one_names_the_program_that_makes_it(here, monkeypatch):
    folder = here / "snippets" / "cnn" / "05-lenet"
    folder.mkdir(parents=True)
    (folder / "train.py").write_text('save("cnn/lenet", W=W)\n', encoding="utf-8")
    monkeypatch.setattr(artifacts, "HERE", here / "lessons")
    with pytest.raises(ValueError, match=r"snippets/cnn/05-lenet/train.py가 남긴다"):
        load("cnn/lenet")
    with pytest.raises(ValueError, match=r"make train PAGE=cnn/05`"):
        load("cnn/lenet")


@pytest.mark.parametrize(
    "name",
    ["lenet", "cnn/le-net", "../x/y", "cnn/르넷", "", "cnn/LeNet", "a/" + "b" * 200],
)
def test_strange_names_are_refused(here, name):
    for call in (lambda: save(name, x=np.ones(1)), lambda: load(name)):
        with pytest.raises(ValueError, match='"부/이름" 꼴이다'):
            call()


def test_nothing_and_ragged_lists_are_refused(here):
    with pytest.raises(ValueError, match="남길 배열이 없다"):
        save("cnn/tiny")
    kept = save("cnn/tiny", x=np.ones(2)).read_bytes()
    for x in (np.array([1, "가", None], dtype=object), [[1], [2, 3]], 1j, "글"):
        with pytest.raises(ValueError, match=r"^x: "):
            save("cnn/tiny", w=np.zeros(3), x=x)
    with pytest.raises(ValueError, match=r"^dtype: 'float64', .* 가운데 하나"):
        save("cnn/tiny", dtype="없는 형", x=np.ones(2))
    assert (here / "cnn" / "tiny.npz").read_bytes() == kept


def test_a_place_that_cannot_be_written_is_told(here):
    (here / "cnn").write_text("폴더가 아니다", encoding="utf-8")
    with pytest.raises(ValueError, match=r"tiny\.npz에 쓰지 못했다"):
        save("cnn/tiny", x=np.ones(2))
