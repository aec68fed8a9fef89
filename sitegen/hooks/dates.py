"""쪽의 틀에, 처음 쓴 날과 마지막으로 고친 날과 그 커밋을 건넨다."""

from pathlib import Path

from sitegen.faces import dates

_pasts: dict[str, dates.Past] = {}


def on_files(files, config):
    _pasts.clear()
    _pasts.update(dates.history(Path(config.docs_dir)))


def on_page_context(context, page, config, nav):
    past = _pasts.get(page.file.src_uri, dates.Past())
    context["written"], context["edited"] = map(dates.day, past[:2])
    context["commit"] = past.commit
