"""MkDocs 훅: 장과 실습마다 노트북을 사이트에 넣고, 페이지가 그리로 잇게 한다."""

from pathlib import Path

from mkdocs.structure.files import File

from sitegen import imports, notebooks, page, site

_made: dict[Path, tuple[tuple, str]] = {}


def on_files(files, config):
    for path in site.lesson_pages():
        uri = f"{notebooks.FOLDER}/{notebooks.name(path)}"
        files.append(File.generated(config, uri, content=_notebook(path)))
    return files


def on_page_markdown(markdown, page, config, files):
    path = site.DOCS / page.file.src_uri
    if path in _made:
        page.meta["notebook"] = notebooks.links(path)


def _notebook(path: Path) -> str:
    """페이지와 거기에 든 것이 그대로면 다시 만들지 않는다."""
    stamp, text = _made.get(path, ((), ""))
    if not stamp or stamp != _stamp(file for file, _ in stamp):
        read = page.read(path)
        files = {path, *(site.ROOT / s.partition(":")[0] for s in read.sources if s)}
        files |= {
            f for figure in read.figures for f in imports.lesson_files(figure.program)
        }
        text = notebooks.dumps(notebooks.notebook(read))
        _made[path] = _stamp(files), text
    return text


def _stamp(files) -> tuple:
    return tuple((f, f.stat().st_mtime_ns if f.is_file() else 0) for f in sorted(files))
