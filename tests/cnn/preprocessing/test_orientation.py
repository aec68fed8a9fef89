"""방향: 여덟 가지가 Pillow와 같고, 번호는 파일의 바이트에서 읽는다."""

import io
import re

import cv2
import numpy as np
import pytest
from PIL import Image, ImageOps

from lessons.cnn.preprocessing.orientation import orient, read_orientation

PICTURE = np.arange(5 * 7 * 3, dtype=np.uint8).reshape(5, 7, 3)


def jpeg(number=None, *, comment=b"", **options) -> bytes:
    file, exif = io.BytesIO(), Image.Exif()
    if number is not None:
        exif[0x010F] = "Maker"
        exif[0x0112] = number
    Image.fromarray(PICTURE).save(file, "JPEG", exif=exif, comment=comment, **options)
    return file.getvalue()


def test_page_example():
    F = np.array([[1, 1, 1], [1, 0, 0], [1, 1, 0], [1, 0, 0]])
    assert orient(F, 6).tolist() == [[1, 1, 1, 1], [0, 1, 0, 1], [0, 0, 0, 1]]
    assert orient(F, 1).tolist() == F.tolist()


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("shape", [(5, 7, 3), (4, 3), (1, 6)])
def test_eight_orientations_equal_pillow(number, shape):
    x = np.random.default_rng(number).integers(0, 256, shape).astype(np.uint8)
    file, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = number
    Image.fromarray(x).save(file, "PNG", exif=exif)
    theirs = np.asarray(ImageOps.exif_transpose(Image.open(file)))
    np.testing.assert_array_equal(orient(x, number), theirs)


def test_orient_does_not_share_memory():
    y = orient(PICTURE.astype(float), 1)
    y[:] = -1
    assert PICTURE.min() == 0


@pytest.mark.parametrize("number", range(1, 9))
def test_number_is_read_from_jpeg(number):
    assert read_orientation(jpeg(number)) == number
    assert read_orientation(jpeg(number, comment=b"a note", progressive=True)) == number


def test_opencv_stands_the_picture_upright_but_turns_the_colours():
    """페이지가 말하는 OpenCV의 imread: 방향은 세우고 채널은 BGR로 준다."""
    smooth = np.zeros((24, 40, 3), dtype=np.uint8)
    smooth[:12, :, 0] = 200
    file, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(smooth).save(file, "JPEG", exif=exif, quality=95)
    got = cv2.imdecode(np.frombuffer(file.getvalue(), np.uint8), cv2.IMREAD_COLOR)
    apart = got[..., ::-1].astype(int) - orient(smooth, 6)
    assert np.abs(apart).mean() < 3


def test_both_byte_orders():
    for order, mark in (("little", b"II"), ("big", b"MM")):

        def number(value, size, order=order):
            return value.to_bytes(size, order)

        line = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(8, 2) + b"\0\0"
        tiff = mark + number(42, 2) + number(8, 4) + number(1, 2) + line
        body = b"Exif\0\0" + tiff
        data = b"\xff\xd8\xff\xe1" + (len(body) + 2).to_bytes(2) + body
        assert read_orientation(data) == 8


def segment(kind, body):
    return b"\xff" + kind + (len(body) + 2).to_bytes(2) + body


def test_other_segments_are_stepped_over():
    exif = jpeg(6)[jpeg(6).index(b"Exif\0\0") :][:80]
    start, exif = b"\xff\xd8", segment(b"\xe1", exif)
    assert read_orientation(start + exif) == 6
    for before in (
        segment(b"\xfe", bytes(700)),  # 길이의 윗바이트까지 읽는다
        segment(b"\xe1", b"http://ns.adobe.com/xap/1.0/\0" + bytes(9)),
        segment(b"\xe2", b"Exif\0\0MM\0*" + bytes(9)),
    ):
        assert read_orientation(start + before + exif) == 6
    for scan in (bytes(10), bytes(300)):  # 여기부터는 그림이라 더 찾지 않는다
        assert read_orientation(start + segment(b"\xda", scan) + exif) == 1
    assert read_orientation(b"\xff\xd7" + exif) == 1


def test_files_without_the_number_stand_upright():
    png = io.BytesIO()
    Image.fromarray(PICTURE).save(png, "PNG")
    whole = jpeg(6)
    for data in (b"", b"\xff\xd8", jpeg(), png.getvalue(), jpeg(9), whole[:20]):
        assert read_orientation(data) == 1
    for end in range(len(whole)):  # 잘린 파일에서도 멈추지 않는다
        assert read_orientation(whole[:end]) in (1, 6)


def test_errors():
    with pytest.raises(ValueError, match="orientation: 1부터 8까지의"):
        orient(PICTURE, 0)
    with pytest.raises(ValueError, match="data: bytes 하나를"):
        read_orientation("photo.jpg")


# 오류: 인자의 이름과 무엇을 기대했는지 말한다

REFUSED = [
    (
        lambda: orient(np.zeros(3), 1),
        "image: 모양이 (H, W)이나 (H, W, C)인 배열을 넣는다",
    ),
    (lambda: orient([["a"]], 1), "image: 실수를 넣는다"),
    (
        lambda: orient(np.zeros((2, 2)), 0),
        "orientation: 1부터 8까지의 정수 하나를 넣는다",
    ),
    (
        lambda: orient(np.zeros((2, 2)), 9),
        "orientation: 1부터 8까지의 정수 하나를 넣는다",
    ),
    (lambda: read_orientation("a.jpg"), "data: bytes 하나를 넣는다"),
]


@pytest.mark.parametrize(("call", "told"), REFUSED)
def test_each_argument_is_named(call, told):
    with pytest.raises(ValueError, match="^" + re.escape(told)):
        call()
