"""Material의 검색창에 이 책의 색인을 물린다."""

import hashlib
import json
import re
from pathlib import Path

from sitegen.base import keep
from sitegen.book import site, terms
from sitegen.faces import search

VERSION = keep.versions("mkdocs-material"), keep.code(__file__)
_planned: dict[str, list[str]] = {}
_maps: set[str] = set()


def on_files(files, config):
    """아직 없는 장은 그 부의 첫 쪽에서 찾게 한다."""
    _planned.clear()
    _maps.clear()
    for file in files.documentation_pages():
        if file.name in ("index", "tags"):
            _maps.add(file.url.removeprefix("./"))
    for part, chapters in site.read_syllabus(config).items():
        home = files.get_file_from_path(f"{part}/index.md")
        for chapter in chapters:
            if home and not files.get_file_from_path(chapter.uri):
                slug = re.sub(r"-\d$", "", chapter.slug).replace("-", " ")
                _planned.setdefault(home.url, []).extend([chapter.title, slug])
    return files


def on_env(env, config, files):
    """바뀌지 않은 페이지의 HTML을 다시 읽어 절로 나누지 않는다."""
    index = config.plugins["material/search"].search_index
    divide = index.add_entry_from_context

    def add(page):
        before = len(index.entries)

        def entries():
            divide(page)
            return index.entries[before:]

        toc = [(item.id, item.title) for item in _all(page.toc)]
        meta = [page.meta.get(name) for name in ("title", "tags", "search")]
        key = page.content, page.url, str(page.title), toc, meta, VERSION
        index.entries[before:] = keep.kept("sections", key, entries)

    write = index.generate_search_index

    def settings(before):
        """글은 on_post_build가 바로 가져간다. 적었다가 읽으면 책만큼 느리다."""
        entries, index.entries = index.entries, []
        try:
            return write(before)
        finally:
            index.entries = entries

    index.add_entry_from_context = add
    index.generate_search_index = settings
    return env


def _all(items):
    for item in items:
        yield item
        yield from _all(item.children)


def on_post_build(config):
    """검색 플러그인이 색인을 쓴 다음, 그것을 이 책의 일꾼이 읽는 꼴로 바꾼다."""
    path = Path(config.site_dir, "search", "search_index.json")
    index = json.loads(path.read_text(encoding="utf-8"))
    docs = config.plugins["material/search"].search_index.entries
    short = search.shrink(docs, terms.load(), _planned, _maps)
    index["config"]["terms"] = short["terms"]
    index["docs"] = short["docs"]
    # 테마는 페이지를 열자마자 search_index.json을 받는다. 거기에는 진짜 색인의
    # 이름만 두고, 색인은 검색창을 처음 건드릴 때 일꾼이 받는다.
    text = search.dumps(index)
    name = f"book.{hashlib.sha256(text.encode()).hexdigest()[:8]}.json"
    path.with_name(name).write_text(text, encoding="utf-8")
    stub = {"config": {**index["config"], "index": name, "terms": []}, "docs": []}
    path.write_text(search.dumps(stub), encoding="utf-8")
