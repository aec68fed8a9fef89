"""lessons/data의 그림들을 만든 법. 같은 원본이면 언제나 같은 바이트가 된다.

    python -m sitegen.tools.pictures fashion /usr/share/datasets/fashion-mnist
    python -m sitegen.tools.pictures photos 풀어 놓은-휠/skimage/data

앞의 폴더는 데비안 꾸러미 dataset-fashion-mnist에, 뒤의 것은 scikit-image 0.26.0의 휠에
들어 있다. 원본이 이 책이 쓴 것과 다르면 만들지 않는다.
"""

import gzip
import hashlib
import io
import sys
import zipfile
from pathlib import Path

import numpy as np

from sitegen.base.paths import LESSONS

DATA = LESSONS / "data"
SIDE = 224
PER_CLASS = {"train": 600, "test": 100}
FASHION = {
    "train-images-idx3-ubyte.gz": "b0564c3eedabfbf8",
    "train-labels-idx1-ubyte.gz": "0ae29f65d86684f3",
    "t10k-images-idx3-ubyte.gz": "cc1d090a38ace84d",
    "t10k-labels-idx1-ubyte.gz": "8d3605d196f4be44",
}
# 이름마다의 원본, 그 sha256의 앞부분, 오려 낼 정사각형의 (왼쪽, 위, 한 변)
PHOTOS = {
    "astronaut": ("astronaut.png", "88431cd9653ccd53", (0, 0, 512)),
    "cat": ("chelsea.png", "596aa1e7cb875eb7", (100, 0, 300)),
    "coffee": ("coffee.png", "cc02f8ca188b167c", (100, 0, 400)),
    "rocket": ("rocket.jpg", "c2dd0de7c538df8d", (200, 0, 427)),
}


def original(path: Path, sha256: str) -> bytes:
    data = path.read_bytes()
    if not hashlib.sha256(data).hexdigest().startswith(sha256):
        sys.exit(f"{path}: 이 책이 쓴 원본이 아니다. sha256이 {sha256}…이어야 한다.")
    return data


def fashion(source: Path) -> dict[str, np.ndarray]:
    """클래스마다 앞에서부터 학습 600장과 테스트 100장. 순서는 원본 그대로다."""
    arrays = {}
    for split, prefix in (("train", "train"), ("test", "t10k")):
        names = f"{prefix}-images-idx3-ubyte.gz", f"{prefix}-labels-idx1-ubyte.gz"
        pixels, labels = (
            gzip.decompress(original(source / name, FASHION[name])) for name in names
        )
        X = np.frombuffer(pixels, np.uint8, offset=16).reshape(-1, 28, 28)
        y = np.frombuffer(labels, np.uint8, offset=8)
        first = [np.flatnonzero(y == k)[: PER_CLASS[split]] for k in range(10)]
        keep = np.sort(np.concatenate(first))
        arrays |= {f"X_{split}": X[keep], f"y_{split}": y[keep]}
    return arrays


def photo(source: Path, name: str) -> dict[str, np.ndarray]:
    """오려서 224×224로 줄이고, 녹색과의 차이를 위 화소와의 차이로 바꾼다.

    이웃한 화소와 색은 비슷하므로 차이는 0에 몰리고, 그만큼 잘 줄어든다.
    """
    from PIL import Image

    file, sha256, (left, top, side) = PHOTOS[name]
    image = Image.open(io.BytesIO(original(source / file, sha256))).convert("RGB")
    box = left, top, left + side, top + side
    small = image.crop(box).resize((SIDE, SIDE), Image.Resampling.BOX)
    red, green, blue = np.moveaxis(np.asarray(small), 2, 0)
    planes = np.stack([green, red - green, blue - green])
    return {"planes": np.diff(planes, axis=1, prepend=np.uint8(0))}


def save(path: Path, arrays: dict[str, np.ndarray]) -> None:
    """np.load가 읽는 .npz. np.savez_compressed보다 여섯 가운데 하나쯤 작다."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, array, allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy")  # 날짜는 언제나 1980-01-01
            archive.writestr(entry, buffer.getvalue(), zipfile.ZIP_LZMA)
    data = path.read_bytes()
    print(path.relative_to(DATA), len(data), hashlib.sha256(data).hexdigest())


if __name__ == "__main__":
    kind, folder = sys.argv[1], Path(sys.argv[2])
    if kind == "fashion":
        save(DATA / "fashion_mnist.npz", fashion(folder))
    else:
        for name in PHOTOS:
            save(DATA / "photos" / f"{name}.npz", photo(folder, name))
