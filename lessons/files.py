"""lessons/data의 파일을 찾는다. 페이지의 파이썬에서는 처음 쓸 때 받아 온다."""

import os
import sys
from pathlib import Path

from lessons.scalars import text

DATA = Path(__file__).parent / "data"


def data_file(name: str) -> Path:
    """lessons/data 아래에 있는 파일의 경로.

    name: data에서 본 이름, 예: "digits.npz", "photos/cat.npz"
    오류: 그런 파일이 없으면 ValueError
    """
    path = DATA / text("name", name)
    if not os.path.isfile(path) and "book_files" in sys.modules:  # 페이지의 파이썬
        sys.modules["book_files"].fetch(name, path)
    if ".." in path.parts or DATA not in path.parents or not os.path.isfile(path):
        raise ValueError(
            f"lessons/data에 다음 파일이 없다: {name[:60]}. 이름이 맞는지 보고, "
            "맞으면 lessons를 다시 설치한다."
        )
    return path
