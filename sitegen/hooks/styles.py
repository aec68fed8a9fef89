"""흩어진 스타일시트를 하나로 묶고, 쓰지 않는 규칙을 던다.

첫 화면이 기다릴 파일이 하나가 되고, 그 하나가 가볍다.

고쳐 가며 볼 때(serve)는 묶지 않는다. 글꼴 훅이 페이지를 마저 적은 다음에 돈다.
"""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from posixpath import normpath, relpath

from sitegen.base import keep
from sitegen.faces import styles as faces
from sitegen.hooks import branches, pages, state

LINK = re.compile(r'[ \t]*<link rel="stylesheet" href="(?P<href>[^"]+)">\n?')
URL = re.compile(r"url\((?!data:)[\"']?([^)\"']+)[\"']?\)")
FOLDER = "assets/stylesheets"
SCRIPTS = "assets/javascripts/*.js", "assets/javascripts/workers/*.js"
VERSION = keep.code(faces.__file__)


def on_post_build(config):
    if state.serving:
        return
    site = Path(config.site_dir)
    paths = sorted({*site.rglob("*.html"), *pages.waiting()})
    texts = {path: pages.read(path) for path in paths}
    sheets = list(dict.fromkeys(s for p, text in texts.items() for s in used(text)))
    css = lean(site, "".join(moved(site, s) for s in sheets), texts.values())
    name = f"{FOLDER}/book.{hashlib.sha256(css.encode()).hexdigest()[:8]}.css"
    (site / name).write_text(css, encoding="utf-8")
    for path, text in texts.items():
        pages.change(path, joined(text, name))
    for sheet in sheets:
        (site / sheet).unlink()


def lean(site: Path, css: str, texts: Iterable[str]) -> str:
    """쪽과 차례의 목록과 스크립트가 쓰는 규칙만."""
    files = sorted(path for pattern in SCRIPTS for path in site.glob(pattern))
    scripts = [path.read_text(encoding="utf-8") for path in files]
    words = faces.words([*texts, *branches.drawn()], scripts)
    key = css, sorted(words), VERSION
    return keep.kept("styles", key, lambda: faces.used(css, words))


def used(text: str) -> list[str]:
    """페이지가 부르는 스타일시트. 사이트 뿌리에서 본 경로다."""
    head = text.partition("</head>")[0]
    return [re.sub(r"^.*?(?=assets/)", "", m["href"]) for m in LINK.finditer(head)]


def moved(site: Path, sheet: str) -> str:
    """스타일시트가 부르는 파일의 경로를 새 자리에서 본 것으로 바꾼다."""
    folder = sheet.rpartition("/")[0]
    text = (site / sheet).read_text(encoding="utf-8")
    return URL.sub(
        lambda m: f"url({relpath(normpath(f'{folder}/{m[1]}'), FOLDER)})", text
    )


def joined(text: str, name: str) -> str:
    head, end, rest = text.partition("</head>")
    first = LINK.search(head)
    if not first:
        return text
    base = first["href"].partition("assets/")[0]
    link = f'<link rel="stylesheet" href="{base}{name}">'
    head = LINK.sub("", head).replace("</title>", f"</title>{link}", 1)
    return f"{head}{end}{rest}"
