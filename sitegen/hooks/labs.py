"""MkDocs 훅: mkdocs-jupyter가 실행한 실습을 사이트의 여느 페이지처럼 그린다."""

from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs_jupyter.config import settings
from nbclient.exceptions import CellExecutionError

from sitegen import labs, notebooks, run
from sitegen.problem import Problems


def on_config(config):
    settings.templates_dir = str(labs.TEMPLATES)
    config.plugins["mkdocs-jupyter"].config["cache"] = False  # lessons를 보지 않는다
    labs.prepare_kernel()


def is_lab(page) -> bool:
    return page.file.src_uri.startswith("labs/") and page.file.src_uri.endswith(".py")


def on_pre_page(page, config, files):
    """여기서 실행하고, 그 뒤로는 Markdown 페이지와 같은 길을 가게 한다."""
    if not is_lab(page):
        return
    lab = Path(page.file.abs_src_path)
    execute = page.__dict__.pop("render")
    if not labs.folder(lab).is_dir():
        try:
            execute(config, files)
            labs.keep(lab, page.content)
        except CellExecutionError as error:
            raise PluginError(str(labs.failure(lab, error))) from None
        except Problems as problems:
            raise PluginError(str(problems)) from None
    for light in labs.images(lab):
        for path in (light, run.dark(light)):
            uri = f"labs/drawings/{lab.stem}/{path.name}"
            files.append(File.generated(config, uri, abs_src_path=str(path)))
    uri = f"{notebooks.FOLDER}/{notebooks.name(lab)}"
    content = notebooks.dumps(notebooks.lab(lab, labs.read(lab)))
    files.append(File.generated(config, uri, content=content))


def on_page_read_source(page, config):
    if is_lab(page):
        return labs.markdown(Path(page.file.abs_src_path))


def on_page_markdown(markdown, page, config, files):
    if is_lab(page):
        page.meta["notebook"] = notebooks.links(Path(page.file.abs_src_path))
