"""MkDocs가 부르는 단 하나의 훅: 사건마다 누가 어느 차례로 일하는지 여기서 읽는다.

HTML을 다듬는 차례는 stages/order.py에 있다. 여기서는 MkDocs의 말을 그쪽의 말로 옮긴다.
"""

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from sitegen.base.problem import Problems
from sitegen.book import site
from sitegen.hooks import (
    branches,
    dates,
    fonts,
    katex,
    labs,
    meta,
    moved,
    nav,
    notebooks,
    pages,
    placing,
    render,
    search,
    state,
    strict,
    styles,
    templates,
    writing,
)
from sitegen.stages import exercises, order
from sitegen.stages.context import Context


def on_startup(command, dirty):
    state.serving = command == "serve"


@event_priority(100)
def on_config(config):
    """다른 플러그인보다 먼저: 그것들의 경고도 세고 우리말로 옮긴다."""
    if Path(config.config_file_path).parent == site.ROOT:
        site.with_book(config)
    strict.on_config(config)
    labs.on_config(config)
    render.on_config(config)


def on_pre_build(config):
    order.forget()
    fonts.on_pre_build(config)
    pages.on_pre_build(config)
    writing.on_pre_build(config)


def on_files(files, config):
    dates.on_files(files, config)
    placing.on_files(files, config)
    moved.on_files(files, config)
    notebooks.on_files(files, config)
    search.on_files(files, config)
    return files


on_nav = nav.on_nav


def on_pre_page(page, config, files):
    labs.on_pre_page(page, config, files)
    render.on_pre_page(page, config, files)


def on_page_read_source(page, config):
    lab = labs.on_page_read_source(page, config)
    return lab or render.on_page_read_source(page, config)


def on_page_markdown(markdown, page, config, files):
    markdown = nav.on_page_markdown(markdown, page, config, files)
    meta.on_page_markdown(markdown, page, config, files)
    return markdown


def on_page_content(html, page, config, files):
    context = context_of(page)
    html = staged(lambda: order.run(order.TEXT, html, context))
    if site.is_quizzed(context.path):
        page.tally = exercises.tally(html)
    return html


def on_env(env, config, files):
    templates.on_env(env, config, files)
    branches.on_env(env, config, files)
    katex.on_env(env, config, files)
    search.on_env(env, config, files)
    writing.on_env(env, config, files)
    return env


def on_page_context(context, page, config, nav):
    dates.on_page_context(context, page, config, nav)
    meta.on_page_context(context, page, config, nav)


def on_post_page(output, page, config):
    context = context_of(page)
    output = staged(lambda: order.run(order.PAGE, output, context))
    path = Path(page.file.abs_dest_path)
    more = [] if state.serving else branches.letters(output)
    fonts.note(output, path, context.base, more)
    pages.note(path, output)
    return output


def on_post_template(output_content, template_name, config):
    if not template_name.endswith(".html"):
        return output_content
    base = urlsplit(config.site_url or "").path.rstrip("/") + "/"
    frame = Context(template_name, base=base, scripts=state.scripts)
    output = order.framed(output_content, frame)
    path = Path(config.site_dir, template_name)
    fonts.note(output, path, base)
    pages.note(path, output)
    return output


@event_priority(-100)
def on_post_build(config):
    """검색 플러그인이 색인을 쓴 다음. 스타일은 글꼴이 페이지를 적은 다음에 묶는다."""
    writing.on_post_build(config)
    katex.on_post_build(config)
    fonts.on_post_build(config)
    search.on_post_build(config)
    styles.on_post_build(config)
    pages.write(branches.expand)


on_build_error = writing.on_build_error


def context_of(page) -> Context:
    base = "../" * page.url.count("/")
    return Context(page.file.src_uri, page.url, base, state.drawings, state.scripts)


def staged(work):
    try:
        return work()
    except Problems as problems:
        raise PluginError(str(problems)) from None
