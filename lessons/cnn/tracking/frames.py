"""프레임마다 하나씩 담은 목록을 받는 문."""

from typing import Any

from lessons.scalars import shown


def as_frames(name: str, value: Any) -> list[tuple]:
    """프레임마다의 튜플을 담은 목록. 하나도 없어도 된다."""
    good = isinstance(value, list | tuple)
    if not good or not all(isinstance(frame, list | tuple) for frame in value):
        raise ValueError(
            f"{name}: 프레임마다 (번호, 상자)처럼 묶은 것의 목록을 넣는다. "
            f"받은 값: {shown(value)}."
        )
    return [tuple(frame) for frame in value]
