"""lessons/data의 큰 파일을 처음 쓸 때 사이트에서 받아 제자리에 둔다."""

import hashlib
import json
from pathlib import Path

import book_page  # 일꾼(pyodide.worker.ts)이 넣어 준다

GUIDE = {}  # 이름마다의 [주소, 바이트, sha256]. runner가 채운다
receiving = False  # 받은 것을 쓰는 동안만 참. 블록이 쓰는 것과 가린다


def learn(guide: str) -> None:
    GUIDE.update(json.loads(guide))


def fetch(name: str, path: Path) -> None:
    """사이트에 없는 이름이면 아무 일도 하지 않는다."""
    if name not in GUIDE:
        return
    address, size, sha256 = GUIDE[name]
    answer = book_page.fetch(address)
    if answer is None:
        raise ValueError(
            f"데이터를 받지 못했다: {name}. 인터넷을 확인하고 다시 누른다. "
            "그래도 안 되면 페이지를 새로 고친다."
        )
    data = answer.to_bytes()
    if len(data) != size or hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(
            f"받은 데이터가 온전하지 않다: {name}, {size:,}바이트여야 하는데 "
            f"{len(data):,}바이트가 왔다. 페이지를 새로 고치고 다시 누른다."
        )
    keep(path, data)


def keep(path: Path, data: bytes) -> None:
    global receiving
    receiving = True
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    finally:
        receiving = False
