"""우리 데이터가 원본과 같은가."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from sklearn import datasets as oracle

from lessons import datasets, files

DATA = files.DATA
NAMES = ["load_digits", "load_iris", "load_breast_cancer", "load_diabetes"]


@pytest.mark.parametrize("name", NAMES)
def test_same_as_scikit_learn(name):
    X, y = getattr(datasets, name)()
    X_oracle, y_oracle = getattr(oracle, name)(return_X_y=True)
    np.testing.assert_allclose(X, X_oracle, rtol=0, atol=1e-15)
    np.testing.assert_array_equal(y, y_oracle)
    assert (X.dtype, y.dtype) == (X_oracle.dtype, y_oracle.dtype)


@pytest.mark.parametrize("name", NAMES[:3])
def test_unscaled_values_are_exact(name):
    X, _ = getattr(datasets, name)()
    np.testing.assert_array_equal(X, getattr(oracle, name)().data)


def test_raw_diabetes_is_exact():
    X, _ = datasets.load_diabetes(scaled=False)
    np.testing.assert_array_equal(X, oracle.load_diabetes(scaled=False).data)


def test_each_call_returns_fresh_arrays():
    X, y = datasets.load_digits()
    X[:], y[:] = -1, -1
    again, labels = datasets.load_digits()
    assert again.min() == 0 and labels.min() == 0


def test_numpy_is_enough():
    code = (
        "import sys; from lessons import datasets as d; "
        f"[getattr(d, n)() for n in {NAMES}]; "
        "d.load_fashion_mnist(); d.load_photo('cat', 32); "
        "print(sorted({'sklearn', 'scipy', 'torch', 'PIL'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def packed(*patterns):
    found = (p for pattern in patterns for p in DATA.glob(pattern))
    return {p.relative_to(DATA).as_posix(): p.read_bytes() for p in sorted(found)}


def test_data_stays_small_and_has_its_source_written():
    found = packed("*.npz", "photos/*.npz")
    readme = Path(DATA, "README.md").read_text(encoding="utf-8")
    assert [name for name in found if f"`{name}`" not in readme] == []
    sizes = {name: len(data) for name, data in found.items()}
    assert sizes.pop("fashion_mnist.npz") < 3_000_000
    assert sum(n for name, n in sizes.items() if "/" in name) < 300_000
    assert sum(n for name, n in sizes.items() if "/" not in name) < 100_000


def test_pictures_are_the_ones_whose_fingerprint_is_written():
    row = re.compile(r"^\| `(\S+)` \| ([\d,]+) \| `([0-9a-f]{64})` \|$", re.M)
    readme = Path(DATA, "README.md").read_text(encoding="utf-8")
    written = {n: (int(s.replace(",", "")), h) for n, s, h in row.findall(readme)}
    found = packed("fashion_mnist.npz", "photos/*.npz")
    assert written == {
        n: (len(d), hashlib.sha256(d).hexdigest()) for n, d in found.items()
    }


@pytest.mark.parametrize(("train", "each"), [(True, 600), (False, 100)])
def test_fashion_is_balanced_and_repeats_no_picture(train, each):
    X, y = datasets.load_fashion_mnist(train)
    assert (X.shape, X.dtype, y.dtype) == ((10 * each, 28, 28), np.uint8, np.int64)
    assert np.bincount(y).tolist() == [each] * 10 == [each] * len(names())
    assert len({x.tobytes() for x in X}) == len(X)
    assert not (np.diff(y) >= 0).all()  # 클래스의 차례로 늘어서 있지 않다


def names():
    return set(datasets.FASHION_CLASSES)


def test_fashion_starts_as_the_original_does():
    """원본의 처음 열 정답과 첫 그림(앵클부츠)의 화소의 합. 원본에서 세었다."""
    X, y = datasets.load_fashion_mnist()
    assert y[:10].tolist() == [9, 0, 0, 3, 0, 2, 7, 2, 5, 5]
    assert int(X[0].sum()) == 76247
    assert datasets.load_fashion_mnist(train=False)[1][:5].tolist() == [9, 2, 1, 1, 6]


@pytest.mark.parametrize("name", datasets.PHOTOS)
def test_photo_shrinks_to_the_mean_of_each_cell(name):
    """어떤 크기든: 화소를 그 배로 늘린 다음 칸마다 평균을 낸 것과 같다."""
    full = datasets.load_photo(name)
    assert (full.shape, full.dtype) == ((224, 224, 3), np.uint8)
    for size in (6, 5, 1):
        wide = full.repeat(size, axis=0).repeat(size, axis=1)
        exact = wide.reshape(size, 224, size, 224, 3).mean(axis=(1, 3))
        small = datasets.load_photo(name, size)
        assert small.dtype == np.uint8
        assert np.abs(small - exact).max() <= 0.5 + 1e-9


def test_photos_show_what_their_names_say():
    """가운데 화소의 색: 고양이는 갈색, 커피는 주황색, 밤하늘은 파랗다."""
    red, _, blue = datasets.load_photo("coffee", 8)[3, 4].astype(int)
    assert red > blue + 60
    red, _, blue = datasets.load_photo("rocket", 8)[1, 4].astype(int)
    assert blue > red + 20
    assert len({datasets.load_photo(n).tobytes() for n in datasets.PHOTOS}) == 4


def test_pictures_that_are_not_there_are_named():
    with pytest.raises(ValueError, match=r"name: 'astronaut', 'cat'.*받은 값: 'dog'"):
        datasets.load_photo("dog")
    for size in (0, 225, 2.5, True):
        with pytest.raises(ValueError, match=r"size: 1부터 224까지의 정수 하나"):
            datasets.load_photo("cat", size)
    with pytest.raises(ValueError, match=r"train: True나 False.* 받은 값: 'test'"):
        datasets.load_fashion_mnist("test")


def test_data_file_finds_files_and_names_what_is_missing():
    assert files.data_file("photos/cat.npz") == DATA / "photos" / "cat.npz"
    for name in ("photos/dog.npz", "", "photos", "../files.py", str(DATA / "x")):
        with pytest.raises(ValueError, match=rf"다음 파일이 없다: {name}\. 이름이"):
            files.data_file(name)


@pytest.mark.parametrize("n_samples", [100, 7, 1, (5, 8)])
def test_moons_are_scikit_learn_moons(n_samples):
    rng = np.random.default_rng(0)
    X, y = datasets.make_moons(n_samples, shuffle=False, rng=rng)
    X_oracle, y_oracle = oracle.make_moons(n_samples, shuffle=False)
    np.testing.assert_allclose(X, X_oracle, rtol=0, atol=1e-15)
    np.testing.assert_array_equal(y, y_oracle)
    assert X.dtype == np.float64 and y.dtype == y_oracle.dtype


def test_spirals_wind_out_from_the_middle():
    rng = np.random.default_rng(0)
    X, y = datasets.make_spirals((50, 40), turns=2, shuffle=False, rng=rng)
    assert [np.count_nonzero(y == k) for k in (0, 1)] == [50, 40]
    for k, start in ((0, 0.0), (1, np.pi)):
        arm = X[y == k]
        radius, angle = np.hypot(*arm.T), np.unwrap(np.arctan2(*arm.T[::-1]))
        np.testing.assert_allclose(radius, np.linspace(0.1, 1, len(arm)), atol=1e-12)
        turned = np.linspace(0, 4 * np.pi, len(arm))
        np.testing.assert_allclose(angle - angle[0], turned, atol=1e-9)
        np.testing.assert_allclose(np.cos(angle[0]), np.cos(start), atol=1e-12)


def test_spirals_turn_once_and_a_half_by_default():
    rng = np.random.default_rng(0)
    ours = datasets.make_spirals(shuffle=False, rng=rng)
    asked = datasets.make_spirals(100, turns=1.5, shuffle=False, rng=rng)
    assert all((a == b).all() for a, b in zip(ours, asked, strict=True))


@pytest.mark.parametrize("make", [datasets.make_moons, datasets.make_spirals])
def test_points_are_shuffled_and_shaken(make):
    plain, y_plain = make(shuffle=False, rng=np.random.default_rng(0))
    X, y = make(rng=np.random.default_rng(0))
    assert len(y) == 100 and not (y == y_plain).all()
    order, order_plain = np.lexsort(X.T), np.lexsort(plain.T)
    np.testing.assert_array_equal(X[order], plain[order_plain])
    np.testing.assert_array_equal(y[order], y_plain[order_plain])
    far = 4000, np.random.default_rng(1)
    shaken, _ = make(far[0], shuffle=False, noise=0.2, rng=far[1])
    still, _ = make(far[0], shuffle=False, rng=far[1])
    np.testing.assert_allclose((shaken - still).std(), 0.2, rtol=0.03)
    np.testing.assert_allclose((shaken - still).mean(), 0, atol=0.01)
    again, _ = make(rng=np.random.default_rng(0))
    np.testing.assert_array_equal(X, again)


@pytest.mark.parametrize("n_samples", [(1, 2, 3), (-1, 4), -2])
def test_number_of_points_is_checked(n_samples):
    with pytest.raises(ValueError, match=r"n_samples: .*정수 하나"):
        datasets.make_moons(n_samples, rng=np.random.default_rng(0))
