"""책이 천 쪽이 되어도 한 쪽을 고치면 한 쪽만 다시 옮기는지 잰다."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FOLDER = "docs/many"
PAGE = """\
---
title: {title}
description: 많은 쪽 가운데 하나다.
---
# {title}

{words}

## 식

다음 쪽은 [{next}]({next}.md)이다. 기울기는 $w - {number} \\eta$를 따라 내려간다.

$$
L(w) = \\tfrac{{1}}{{{number}}} \\sum_i (y_i - w x_i)^2
$$

## 표

| 쪽 | 값 |
|---|---|
| {number} | {square} |

```text
{number}번째 쪽에만 있는 글
```
"""
WORDS = "경사 하강법은 기울기의 반대쪽으로 조금씩 움직여 손실을 줄인다. "


@dataclass(frozen=True)
class Grown:
    first: float  # 초
    edited: float
    added: float
    rendered: tuple[int, int]  # 고쳤을 때와 더했을 때 다시 옮긴 쪽


def grow(book: Path, pages: int) -> None:
    """mkdocs.yml의 차례에 쪽들을 더한다."""
    for number in range(1, pages + 1):
        write(book, number, pages)
    settings = book / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    listed = "".join(f"      - many/{n:04}.md\n" for n in range(1, pages + 1))
    text = text.replace("\nextra:\n", f"\n  - 많은 쪽:\n{listed}extra:\n", 1)
    settings.write_text(text, encoding="utf-8")


def write(book: Path, number: int, last: int) -> None:
    path = book / FOLDER / f"{number:04}.md"
    path.parent.mkdir(exist_ok=True)
    text = PAGE.format(
        title=f"쪽 {number}",
        words=WORDS * (10 + number % 7),
        next=f"{number % last + 1:04}",
        number=number,
        square=number**2,
    )
    path.write_text(text, encoding="utf-8")


def measure(book: Path, pages: int, build: Callable[[Path], float]) -> Grown:
    """build는 짓고 걸린 초를 준다."""
    grow(book, pages)
    first = build(book)
    known = kept(book)
    page = book / FOLDER / "0007.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n고친 글.\n", encoding="utf-8")
    edited = build(book)
    after, known = kept(book) - known, kept(book)
    write(book, pages + 1, pages + 1)
    settings = book / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    last = f"many/{pages:04}.md\n"
    line = f"      - many/{pages + 1:04}.md\n"
    settings.write_text(text.replace(last, last + line, 1), encoding="utf-8")
    added = build(book)
    return Grown(first, edited, added, (len(after), len(kept(book) - known)))


def kept(book: Path) -> set[str]:
    """옮겨서 간직한 쪽들."""
    return {path.name for path in (book / ".cache/kept/render").glob("*")}
