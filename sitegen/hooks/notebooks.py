"""장과 실습과 프로그램이 딸린 페이지마다 노트북을 사이트에 넣는다."""

from pathlib import Path

from mkdocs.structure.files import File

from sitegen.base import keep
from sitegen.book import imports, page, site
from sitegen.faces import notebooks
from sitegen.hooks import state

VERSION = keep.code(notebooks.__file__, page.__file__), keep.versions("nbformat")
_made: dict[Path, tuple[tuple, str]] = {}


def on_files(files, config):
    for path in site.study_pages():
        uri = f"{notebooks.FOLDER}/{notebooks.name(path)}"
        files.append(File.generated(config, uri, content=_notebook(path)))
    return files


def _notebook(path: Path) -> str:
    """페이지와 거기에 든 것이 그대로면 다시 만들지 않는다."""
    stamp, text = _made.get(path, ((), ""))
    if not stamp or stamp != _stamp(file for file, _ in stamp):
        read = page.read(path)
        files = {path, *(site.ROOT / s.partition(":")[0] for s in read.sources if s)}
        programs = {figure.program for figure in read.figures}
        for program in filter(Path.is_file, programs):
            files |= imports.lesson_files(program.read_text(encoding="utf-8"))
        text = keep.kept(
            "notebooks", _key(read), lambda: notebooks.dumps(notebooks.notebook(read))
        )
        _made[path] = _stamp(files), text
    return text


def _key(read: page.Page) -> tuple:
    """노트북을 정하는 것: 펼친 글, 그림, 링크가 가리키는 곳, 설치할 꾸러미."""
    uris = dict.fromkeys(figure.uri for figure in read.figures)
    pictures = [(uri, imports.file_digest(state.drawings[uri].light)) for uri in uris]
    place = read.path.relative_to(site.ROOT).as_posix()
    origin = list(zip(read.sources, read.lines, strict=True))
    config = site.config()
    addresses = config.site_url, config.repo_url, sorted(map(str, site.planned()))
    package = (site.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return place, origin, pictures, addresses, package, VERSION


def _stamp(files) -> tuple:
    return tuple((f, f.stat().st_mtime_ns if f.is_file() else 0) for f in sorted(files))
