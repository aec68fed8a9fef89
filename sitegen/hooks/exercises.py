"""MkDocs 훅: 연습문제와 퀴즈에 표시를 달고, 채점하는 코드를 사이트에 넣는다."""

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from sitegen import exercises, site


def on_files(files, config):
    for uri, content in exercises.published().items():
        files.append(File.generated(config, uri, content=content))
    return files


def on_page_content(html, page, config, files):
    uri = page.file.src_uri
    if site.DOCS / uri not in site.lesson_pages():
        return html
    try:
        html, page.tally = exercises.mark(html, uri, page.url)
    except exercises.Unanswerable as problem:
        raise PluginError(f"docs/{uri}: {problem}") from None
    return html
