"""손에 드는 책을 짓는다: 책 한 권의 EPUB과 부마다의 PDF를 site/download/에 둔다."""

from pathlib import Path

from sitegen.base.problem import Problem, Problems
from sitegen.book import site
from sitegen.faces.volume import epub, leaves, pdf

BUILT = site.ROOT / "site"
# 화면에서 갈 곳을 고르는 쪽과, 파일로 따로 나가는 실습
SKIPPED = {"index.md", "tags.md", "labs/index.md"}
ALWAYS = "notation.md"  # 어느 권에나 필요한 쪽


def main(folder: Path = BUILT) -> list[Path]:
    """지은 책들의 자리"""
    if not (folder / "index.html").is_file():
        told = "지은 사이트가 없다. 먼저 `make build`로 책을 짓는다."
        raise Problems(Problem(folder, 1, told))
    made = folder / "download"
    made.mkdir(exist_ok=True)
    book = made / "deep-learning.epub"
    book.write_bytes(whole(folder))
    paths = [book]
    for number, part in enumerate(site.parts(), 1):
        bound = [leaves.read(uri, folder, drawn=True) for uri in uris_of(part)]
        title = f"{number}부 {title_of(part)}"
        paths.append(made / f"deep-learning-{part}.pdf")
        paths[-1].write_bytes(pdf.make(title, bound, folder))
    return paths


def whole(folder: Path) -> bytes:
    sections = [
        epub.Section(title, [leaves.read(uri, folder) for uri in uris])
        for title, uris in contents()
    ]
    return epub.make(sections)


def contents() -> list[tuple[str, list[str]]]:
    """차례의 묶음마다 책에 싣는 쪽"""
    found = []
    for entry in site.config().nav:
        for title, told in entry.items():
            uris = [told] if isinstance(told, str) else told
            uris = [u for u in uris if u.endswith(".md") and u not in SKIPPED]
            uris = [u for u in uris if u.removesuffix("/index.md") not in site.parts()]
            found += [(title, uris)] if uris else []
    return found


def uris_of(part: str) -> list[str]:
    """한 부의 장들, 그 부의 되짚기, 표기법. 진찰은 그것을 배우는 첫 부에 싣는다."""
    every = [uri for _, uris in contents() for uri in uris]
    mine = [uri for uri in every if uri.startswith((f"{part}/", f"review/{part}-"))]
    clinic = [uri for uri in every if uri.startswith("clinic/")]
    first = part == site.parts()[0]
    return [*mine, *(clinic if first else []), ALWAYS]


def title_of(part: str) -> str:
    return site.book()["parts"][part]["title"]
