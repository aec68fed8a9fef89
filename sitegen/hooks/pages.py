"""MkDocs 훅: 짓기 전에, 펼칠 수 없는 페이지를 파일과 줄로 알린다."""

from mkdocs.exceptions import PluginError

from sitegen import page as pages
from sitegen import site


def on_page_markdown(markdown, page, config, files):
    if page.file.abs_src_path and page.file.src_uri.endswith(".md"):
        path = site.DOCS / page.file.src_uri
        problems = pages.read(path).problems if path.is_file() else []
        if problems:
            raise PluginError("\n".join(map(str, problems)))
