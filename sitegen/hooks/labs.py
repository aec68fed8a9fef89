"""mkdocs-jupyter가 실행한 실습을 사이트의 여느 페이지처럼 그린다."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs_jupyter.config import settings
from nbclient.exceptions import CellExecutionError

from sitegen.base.problem import Problems
from sitegen.faces import figures, labs, notebooks


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
    page.__dict__.pop("render")  # 플러그인의 그리기 대신 우리 길을 간다
    if not labs.folder(lab).is_dir():
        execute_all(config, files)
    for light in labs.images(lab):
        for path in (light, figures.dark(light)):
            uri = f"labs/drawings/{lab.stem}/{path.name}"
            files.append(File.generated(config, uri, abs_src_path=str(path)))
    uri = f"{notebooks.FOLDER}/{notebooks.name(lab)}"
    content = notebooks.dumps(notebooks.lab(lab, labs.read(lab)))
    files.append(File.generated(config, uri, content=content))


def execute_all(config, files) -> None:
    """아직 실행하지 않은 실습을 나란히 실행한다. 저마다 제 커널에서 돈다."""
    pages = [file.page for file in files.documentation_pages() if is_lab(file.page)]
    missing = [p for p in pages if not labs.folder(Path(p.file.abs_src_path)).is_dir()]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda page: _execute(page, config, files), missing))


def _execute(page, config, files) -> None:
    lab = Path(page.file.abs_src_path)
    config.plugins["mkdocs-jupyter"].on_pre_page(page, config=config, files=files)
    try:
        page.__dict__.pop("render")(config, files)
        labs.store(lab, page.content)
    except CellExecutionError as error:
        raise PluginError(str(labs.failure(lab, error))) from None
    except Problems as problems:
        raise PluginError(str(problems)) from None


def on_page_read_source(page, config):
    if is_lab(page):
        return labs.markdown(Path(page.file.abs_src_path))
