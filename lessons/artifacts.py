"""오래 배운 것을 남기고, 다시 배우지 않고 꺼내 쓴다.

save("cnn/lenet_fashion", W=W, history=losses)  # 배우는 프로그램에서 한 번
weights = load("cnn/lenet_fashion")              # 그 뒤 어느 블록에서나
"""

import os
import zipfile
from pathlib import Path

import numpy as np

from lessons.arrays import numbers
from lessons.files import data_file
from lessons.scalars import choice, shown, text

HERE = Path(__file__).parent
FLOATS = ("float64", "float32", "float16")


def save(name: str, *, dtype="float32", **arrays) -> Path:
    """배열들을 이름을 붙여 한 파일에 남긴다. 같은 값이면 언제나 같은 바이트가 된다.

    책의 도구가 돌리면 책의 자리(lessons/data/trained)로 가고, 읽는 이가 돌리면
    지금 폴더에 `이름.npz`를 쓴다. load는 그 파일이 아니라 책에 든 것을 읽는다.
    name: "부/이름". 영문 소문자, 숫자, 밑줄
    dtype: float64를 줄여 담을 형. 그대로 담으려면 "float64"
    반환: 쓴 파일
    오류: 이름이 꼴에 맞지 않거나, 배열이 없거나 수가 아니거나, 쓸 수 없으면 ValueError
    """
    if not arrays:
        raise ValueError(
            '남길 배열이 없다. save("cnn/lenet", W=W)처럼 이름을 붙여 준다.'
        )
    folder = Path(os.environ.get("LESSONS_ARTIFACTS", "."))  # 책의 도구가 정한다
    path = folder / f"{_checked(name)}.npz"
    small = {key: _small(key, value, dtype) for key, value in arrays.items()}
    try:
        _write(path, small)
    except OSError as error:
        raise ValueError(
            f"{path}에 쓰지 못했다({error.strerror}). 쓸 수 있는 폴더인지 본다."
        ) from None
    return path


def _write(path: Path, arrays: dict[str, np.ndarray]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for key, value in arrays.items():
            entry = zipfile.ZipInfo(f"{key}.npy")  # 날짜는 언제나 1980-01-01
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            with archive.open(entry, "w") as file:
                np.lib.format.write_array(file, value)


def load(name: str) -> dict[str, np.ndarray]:
    """save가 책에 남긴 배열들. 이름마다 새 배열이라 고쳐 써도 된다.

    오류: 이름이 꼴에 맞지 않거나 그런 것이 없으면 ValueError
    """
    file = f"trained/{_checked(name)}.npz"
    try:
        path = data_file(file)
    except ValueError:
        raise ValueError(_missing(name)) from None
    with np.load(path) as file:
        return {key: file[key] for key in file.files}


def _small(key: str, value, dtype: str) -> np.ndarray:
    dtype, array = choice("dtype", dtype, FLOATS), numbers(key, value)
    return np.ascontiguousarray(
        array.astype(dtype) if array.dtype == np.float64 else array
    ).reshape(array.shape)


def _checked(name: str) -> str:
    words = text("name", name).split("/")
    good = all(w.isascii() and w.isidentifier() and w == w.lower() for w in words)
    if len(words) != 2 or not good or len(name) > 100:
        raise ValueError(
            f'name: 이름은 영문 소문자와 밑줄과 숫자로 된 "부/이름" 꼴이다. '
            f'예: "cnn/lenet_fashion". 받은 값: {shown(name)}.'
        )
    return name


def _missing(name: str) -> str:
    snippets = HERE.parent / "snippets"
    for program in sorted(snippets.glob("*/*/*.py")):
        text = program.read_text(encoding="utf-8")
        if "save(" in text and f'"{name}"' in text:
            folder = program.parent
            page = f"{folder.parent.name}/{folder.name[:2]}"
            place = program.relative_to(HERE.parent).as_posix()
            return (
                f'배워 둔 "{name}"이 없다. {place}가 남긴다: '
                f"`make train PAGE={page}`를 돌린다."
            )
    trained = HERE / "data" / "trained"
    known = [p.relative_to(trained).with_suffix("") for p in trained.glob("*/*.npz")]
    listed = ", ".join(sorted(k.as_posix() for k in known)) or "아직 없다"
    return f'배워 둔 "{name}"이 없다. 이름이 맞는지 본다. 있는 것: {listed}'
