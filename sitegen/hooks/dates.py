"""장의 머리에, 처음 쓴 날과 마지막으로 고친 날을 건넨다."""

from pathlib import Path

from sitegen.faces import dates

_times: dict[str, tuple[int | None, int | None]] = {}


def on_files(files, config):
    _times.clear()
    _times.update(dates.history(Path(config.docs_dir)))


def on_page_context(context, page, config, nav):
    written, edited = _times.get(page.file.src_uri, (None, None))
    context["written"], context["edited"] = dates.day(written), dates.day(edited)
