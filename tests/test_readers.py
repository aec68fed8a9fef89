"""작은 파일을 직접 써서 읽는다. 온전하지 않은 파일은 무엇이 왜 다른지 말해야 한다."""

import builtins
import gzip
import json
import struct

import numpy as np
import pytest
from PIL import Image

from lessons.readers.cifar import CIFAR10, read_cifar10
from lessons.readers.coco import CocoDetection, read_coco
from lessons.readers.folder import ImageFolder, read_image
from lessons.readers.mnist import MNIST, FashionMNIST, read_idx

RNG = np.random.default_rng(0)
CODES = {"u1": 8, "i1": 9, "i2": 11, "i4": 12, "f4": 13, "f8": 14}


def idx(array) -> bytes:
    """IDX로 쓴다. 읽는 쪽의 코드를 쓰지 않는다."""
    head = bytes([0, 0, CODES[array.dtype.str[1:]], array.ndim])
    lengths = b"".join(struct.pack(">I", n) for n in array.shape)
    return head + lengths + array.astype(array.dtype.newbyteorder(">")).tobytes()


def brief(value):
    return str(value)[:24]


def pixels(*shape):
    return RNG.integers(0, 256, shape, dtype=np.uint8)


# ── IDX ──────────────────────────────────────────────


@pytest.mark.parametrize("dtype", CODES)
@pytest.mark.parametrize("shape", [(7,), (3, 5), (2, 3, 5), (0, 4), (1, 2, 3, 4)])
def test_idx_round_trip(tmp_path, dtype, shape):
    array = RNG.integers(-90, 90, shape).astype(dtype)
    for squeeze in (bytes, gzip.compress):
        (tmp_path / "x").write_bytes(squeeze(idx(array)))
        back = read_idx(tmp_path / "x")
        assert back.dtype == np.dtype(dtype) and back.dtype.isnative
        np.testing.assert_array_equal(back, array)
        assert back.flags.writeable


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", r"IDX 파일이 아니다.*받은 것은 \[\]"),
        (b"\x89PNG....", r"IDX 파일이 아니다.*\[137, 80, 78, 71\]"),
        (b"\0\0\7\1\0\0\0\0", "IDX 파일이 아니다"),  # 없는 자료형
        (b"\0\0\10\0", "IDX 파일이 아니다"),  # 축이 없다
        (b"\0\0\10\3\0\0\0\2\0", r"모양이 \(2,\)라.*9바이트다.*다시 받는다"),
        (idx(np.zeros((2, 3), np.uint8))[:-1], r"18바이트여야 하는데 17바이트다"),
        (idx(np.zeros((2, 3), np.uint8)) + b"!", r"18바이트여야 하는데 19바이트다"),
        (gzip.compress(b"\0" * 99, mtime=0)[:-9], "gzip이 깨졌다"),
        (b"\x1f\x8bnot gzip at all", "gzip이 깨졌다"),
    ],
    ids=brief,
)
def test_broken_idx_is_refused(tmp_path, data, message):
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(ValueError, match=message):
        read_idx(tmp_path / "x")


def test_missing_or_odd_paths_are_named(tmp_path):
    with pytest.raises(ValueError, match=r"nothing: 파일을 읽지 못했다"):
        read_idx(tmp_path / "nothing")
    with pytest.raises(ValueError, match="파일을 읽지 못했다"):
        read_idx(tmp_path)
    for bad in (None, 3, ""):
        with pytest.raises(ValueError, match="path: 경로를 넣는다"):
            read_idx(bad)


def mnist_files(folder, part, X, y, suffix=""):
    squeeze = gzip.compress if suffix else bytes
    for kind, array in (("images-idx3", X), ("labels-idx1", y)):
        (folder / f"{part}-{kind}-ubyte{suffix}").write_bytes(squeeze(idx(array)))


@pytest.mark.parametrize("suffix", ["", ".gz"])
@pytest.mark.parametrize("kind", [MNIST, FashionMNIST])
def test_mnist_reads_both_parts(tmp_path, suffix, kind):
    raw = tmp_path / kind.__name__ / "raw"  # torchvision이 두는 곳
    raw.mkdir(parents=True)
    X, y = pixels(5, 28, 28), np.array([3, 0, 9, 9, 1], np.uint8)
    mnist_files(raw, "train", X, y, suffix)
    mnist_files(tmp_path, "t10k", X[:2], y[:2], suffix)  # 바로 아래에 두어도 된다
    train, test = kind(tmp_path), kind(tmp_path, train=False)
    np.testing.assert_array_equal(train.data, X)
    assert train.targets.tolist() == y.tolist() and train.targets.dtype == np.int64
    assert (len(train), len(test), len(train.classes)) == (5, 2, 10)
    image, label = train[-1]
    np.testing.assert_array_equal(image, X[4])
    assert label == 1 and [label for _, label in train] == y.tolist()
    image[:] = 0  # 꺼낸 것을 고쳐도 데이터는 그대로다
    np.testing.assert_array_equal(train.data, X)
    assert FashionMNIST.CLASSES[9] == "Ankle boot"


def test_mnist_names_with_a_dot_are_found(tmp_path):
    (tmp_path / "train-images.idx3-ubyte").write_bytes(idx(pixels(1, 2, 2)))
    (tmp_path / "train-labels.idx1-ubyte").write_bytes(idx(np.array([4], np.uint8)))
    assert MNIST(tmp_path).targets.tolist() == [4]


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        (pixels(3, 4, 4), pixels(2) % 10, r"3장인데 정답의 모양은 \(2,\)"),
        (pixels(3), pixels(3) % 10, r"그림은 uint8 \(N, 세로, 가로\)"),
        (pixels(3, 4, 4).astype("f4"), pixels(3) % 10, "받은 것: float32"),
        (pixels(2, 4, 4), np.array([1, 10], np.uint8), "9까지여야 한다.*1부터 10까지"),
    ],
)
def test_mismatched_mnist_is_refused(tmp_path, X, y, message):
    mnist_files(tmp_path, "train", X, y)
    with pytest.raises(ValueError, match=message):
        MNIST(tmp_path)


def test_mnist_says_which_file_is_missing(tmp_path):
    with pytest.raises(ValueError, match="train-images-idx3-ubyte 파일이 없다"):
        MNIST(tmp_path)
    with pytest.raises(ValueError, match=r"root: 폴더가 없다: .*nowhere"):
        MNIST(tmp_path / "nowhere")
    with pytest.raises(ValueError, match="train: True나 False"):
        MNIST(tmp_path, train="test")


# ── CIFAR-10 ─────────────────────────────────────────


def cifar(X, y) -> bytes:
    """(N, 32, 32, 3)을 색마다 따로, 줄을 따라."""
    return b"".join(
        bytes([label]) + b"".join(x[:, :, c].tobytes() for c in range(3))
        for x, label in zip(X, y, strict=True)
    )


def test_cifar10_round_trip(tmp_path):
    folder = tmp_path / "cifar-10-batches-bin"
    folder.mkdir()
    X, y = pixels(10, 32, 32, 3), np.arange(10)[::-1]
    for k in range(5):
        part = slice(2 * k, 2 * k + 2)
        (folder / f"data_batch_{k + 1}.bin").write_bytes(cifar(X[part], y[part]))
    (folder / "test_batch.bin").write_bytes(cifar(X[:1], y[:1]))
    train = CIFAR10(tmp_path)
    np.testing.assert_array_equal(train.data, X)
    assert train.targets.tolist() == y.tolist()
    assert train.class_to_idx["truck"] == 9
    assert len(CIFAR10(tmp_path, train=False)) == 1
    (folder / "data_batch_3.bin").unlink()
    with pytest.raises(ValueError, match=r"data_batch_3\.bin 파일이 없다"):
        CIFAR10(tmp_path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "0바이트라"),
        (bytes(3073 + 5), r"3,073바이트여야 하는데 모두 3,078바이트라"),
        (bytes(3073) + bytes([10]) + bytes(3072), "1번 그림의 정답이 10다"),
    ],
    ids=brief,
)
def test_broken_cifar_is_refused(tmp_path, data, message):
    (tmp_path / "x.bin").write_bytes(data)
    with pytest.raises(ValueError, match=message):
        read_cifar10(tmp_path / "x.bin")


# ── 폴더 ─────────────────────────────────────────────


@pytest.fixture
def animals(tmp_path):
    """고양이 PNG 둘, 개 JPEG 하나와 npy 하나, 그림이 아닌 것."""
    root = tmp_path / "animals"
    for name in ("고양이", "개"):
        (root / name / "더").mkdir(parents=True)
    cat = pixels(4, 6, 3)
    Image.fromarray(cat).save(root / "고양이" / "b.PNG")
    Image.fromarray(cat[..., 0]).save(root / "고양이" / "더" / "a.png")
    Image.fromarray(np.full((4, 6, 3), 200, np.uint8)).save(root / "개" / "d.jpg")
    np.save(root / "개" / "e.npy", cat)
    (root / "개" / "notes.txt").write_text("그림이 아니다")
    return root, cat


def test_image_folder_reads_classes_in_order_of_name(animals):
    root, cat = animals
    data = ImageFolder(root)
    assert data.classes == ["개", "고양이"] and data.class_to_idx["고양이"] == 1
    assert [path.name for path, _ in data.samples] == [
        "d.jpg",
        "e.npy",
        "b.PNG",
        "a.png",
    ]
    assert data.targets.tolist() == [0, 0, 1, 1] and len(data) == 4
    np.testing.assert_array_equal(data[2][0], cat)
    gray, label = data[-1]
    assert label == 1 and gray.shape == (4, 6, 3)
    np.testing.assert_array_equal(gray, cat[..., :1].repeat(3, axis=2))
    assert np.abs(data[0][0].astype(int) - 200).max() < 5  # JPEG는 조금 달라진다
    X, y = data.arrays()
    assert X.shape == (4, 4, 6, 3) and y.tolist() == [0, 0, 1, 1]


def test_pictures_of_other_sizes_do_not_stack(animals):
    root, _ = animals
    Image.fromarray(pixels(5, 6, 3)).save(root / "고양이" / "z.png")
    with pytest.raises(ValueError, match=r"z\.png: 모양이 \(5, 6, 3\)인데 첫 그림은"):
        ImageFolder(root).arrays()


def test_folders_without_pictures_are_refused(tmp_path):
    with pytest.raises(ValueError, match="클래스의 폴더가 없다"):
        ImageFolder(tmp_path)
    (tmp_path / "빈").mkdir()
    with pytest.raises(ValueError, match="그림이 한 장도 없는 폴더가 있다: 빈"):
        ImageFolder(tmp_path)
    with pytest.raises(ValueError, match="root: 폴더가 없다"):
        ImageFolder(tmp_path / "없는-폴더")


def test_broken_pictures_are_named(tmp_path):
    (tmp_path / "a.png").write_bytes(b"not a picture")
    Image.fromarray(pixels(40, 40, 3)).save(tmp_path / "b.png")
    (tmp_path / "b.png").write_bytes((tmp_path / "b.png").read_bytes()[:500])
    (tmp_path / "c.npy").write_bytes(b"\x93NUMPY?")
    np.save(tmp_path / "d.npy", np.array(["글"]))
    np.save(tmp_path / "e.npy", np.zeros((2, 2, 3, 1)))
    for name, message in [
        ("a.png", "그림으로 읽을 수 없다"),
        ("b.png", "그림으로 읽을 수 없다"),
        ("c.npy", "npy로 읽을 수 없다"),
        ("d.npy", r"수의 배열이어야 한다. 받은 것: <U1"),
        ("e.npy", r"받은 것: float64 \(2, 2, 3, 1\)"),
        ("none.png", "그림 파일이 없다"),
    ]:
        with pytest.raises(ValueError, match=message):
            read_image(tmp_path / name)


def test_pillow_is_asked_for_only_by_pictures(animals, monkeypatch):
    root, cat = animals
    real = builtins.__import__

    def without_pillow(name, *args, **kwargs):
        if name.split(".")[0] == "PIL":
            raise ModuleNotFoundError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_pillow)
    data = ImageFolder(root)
    np.testing.assert_array_equal(data[1][0], cat)  # npy
    with pytest.raises(ModuleNotFoundError, match="pip install pillow"):
        data[0]


@pytest.mark.parametrize("bad", [1.5, "0", True, None])
def test_positions_are_integers_inside(animals, bad):
    data = ImageFolder(animals[0])
    with pytest.raises(ValueError, match="번호: 정수 하나를 넣는다"):
        data[bad]
    for outside in (4, -5):
        with pytest.raises(IndexError, match="번호: 4개 가운데 하나"):
            data[outside]


# ── COCO ─────────────────────────────────────────────


def coco():
    return {
        "images": [
            {"id": 7, "file_name": "b.png", "height": 4, "width": 6},
            {"id": 3, "file_name": "a.png", "height": 5, "width": 6},
        ],
        "annotations": [
            {"id": 1, "image_id": 7, "category_id": 90, "bbox": [1, 2, 3, 2]},
            {
                **{"id": 2, "image_id": 7, "category_id": 1, "bbox": [0.5, 0, 2, 1]},
                **{"area": 1.5, "iscrowd": 1, "segmentation": [[0, 0, 2, 0, 1, 1]]},
            },
        ],
        "categories": [{"id": 90, "name": "칫솔"}, {"id": 1, "name": "사람"}],
    }


def write(tmp_path, content):
    path = tmp_path / "instances.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_coco_boxes_become_corners_and_ids_become_numbers(tmp_path):
    found = read_coco(write(tmp_path, coco()))
    assert found.classes == ["사람", "칫솔"] and found.category_ids == [1, 90]
    first, second = found.images
    assert (first.image_id, first.file_name, first.height, first.width) == (
        *(7, "b.png"),
        *(4, 6),
    )
    assert first.boxes.tolist() == [[1, 2, 4, 4], [0.5, 0, 2.5, 1]]
    assert first.labels.tolist() == [1, 0]
    assert first.area.tolist() == [6, 1.5] and first.iscrowd.tolist() == [False, True]
    assert first.segmentations == [None, [[0, 0, 2, 0, 1, 1]]]
    assert second.boxes.shape == (0, 4) and second.labels.shape == (0,)
    assert second.labels.dtype == first.labels.dtype == np.int64


def spoil(part, k, **changes):
    content = coco()
    for key, value in changes.items():
        if value is ...:
            del content[part][k][key]
        else:
            content[part][k][key] = value
    return content


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ([], "COCO 꼴이 아니다"),
        ({"images": []}, "COCO 꼴이 아니다"),
        ({**coco(), "images": {}}, "images는 목록이어야 한다"),
        (spoil("annotations", 1, bbox=...), "annotations의 1번째에 bbox가 없다"),
        ({**coco(), "categories": [3]}, "categories의 0번째에 id, name가 없다"),
        (spoil("annotations", 0, image_id=8), "상자 1의 image_id가 8인데"),
        (spoil("annotations", 1, category_id=2), "상자 2의 category_id가 2인데"),
        (spoil("images", 1, id=7), "images의 1번째의 id 7가 겹치거나"),
        (spoil("categories", 1, id=90), "categories의 1번째의 id 90가 겹치거나"),
        (spoil("images", 0, id=[7]), "수가 아니다"),
        (spoil("annotations", 0, image_id=[7]), "수가 아니다"),
        (spoil("annotations", 0, bbox=[1, 2, 3]), r"유한한 네 수.*\[1, 2, 3\]"),
        (spoil("annotations", 0, bbox=[1, 2, -3, 4]), "음수가 아니어야 한다"),
        (spoil("annotations", 0, bbox=[1, 2, 3, float("nan")]), "유한한 네 수"),
        (spoil("annotations", 0, bbox=[1, 2, 3, 10**400]), "유한한 네 수"),
        (spoil("annotations", 0, bbox="1234"), "유한한 네 수"),
        (spoil("annotations", 0, area="넓다"), "area는 유한한 수"),
        (spoil("images", 0, height=4.5), "그림 7의 file_name은"),
        (spoil("images", 0, file_name=None), "그림 7의 file_name은"),
    ],
)
def test_broken_coco_is_refused(tmp_path, content, message):
    with pytest.raises(ValueError, match=message):
        read_coco(write(tmp_path, content))


def test_json_that_is_cut_off_is_refused(tmp_path):
    path = write(tmp_path, coco())
    path.write_text(path.read_text()[:-9])
    with pytest.raises(ValueError, match=r"JSON으로 읽을 수 없다\(1번째 줄\)"):
        read_coco(path)
    path.write_bytes("{'사람'}".encode("cp949"))
    with pytest.raises(ValueError, match=r"JSON으로 읽을 수 없다\(파일\)"):
        read_coco(path)


def test_coco_detection_opens_the_picture_it_describes(tmp_path):
    path = write(tmp_path, coco())
    picture = pixels(4, 6, 3)
    Image.fromarray(picture).save(tmp_path / "b.png")
    Image.fromarray(picture).save(tmp_path / "a.png")
    data = CocoDetection(tmp_path, path)
    image, about = data[0]
    np.testing.assert_array_equal(image, picture)
    assert about.boxes.shape == (2, 4) and len(data) == 2
    with pytest.raises(ValueError, match=r"a\.png: JSON은 5×6라고 하는데 그림은 4×6다"):
        list(data)
