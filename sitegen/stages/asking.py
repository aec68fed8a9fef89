"""절마다 끝에, 막힌 곳과 틀린 곳을 저장소에 묻는 링크를 둔다.

누르기 전에는 아무 데도 가지 않는다. 스크립트가 있으면 누르는 때에 커밋과 돌려 본 것을
더 적는다(web/parts/ask.ts).
"""

import html
import re
from urllib.parse import quote

from sitegen.book import site
from sitegen.faces.glossary import GLOSSARY
from sitegen.stages.context import Context

HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)(?:<a class="headerlink".*?)?</h2>', re.S)
END = '<p class="book-end"'  # overrides/partials/page-end.html
TAGS = re.compile("<[^>]+>")
NOT_READ = {GLOSSARY, "tags.md"}  # 찾아보는 쪽
ASK = "막혔어요 · 틀렸어요"
BODY = """\
어디: {place}

(무엇이 막혔는지, 또는 무엇이 틀렸는지 적는다.)
"""
LINK = (
    '<p class="book-ask" data-search-exclude>'
    '<a href="{href}" target="_blank" rel="noopener"'
    f' aria-label="{ASK}: {{title}} (새 창)">{ASK}</a></p>'
)


def uses(context: Context) -> tuple[str, str]:
    """저장소와 이 쪽의 온전한 주소"""
    return site.config().repo_url, site.web(context.url)


def run(page: str, context: Context) -> str:
    body, end, rest = page.partition(END)
    sections = list(HEADING.finditer(body))
    if not end or not sections or context.uri in NOT_READ:
        return page
    parts, done = [], 0
    starts = [section.start() for section in sections[1:]] + [len(body)]
    for section, start in zip(sections, starts, strict=True):
        parts += [body[done:start], link(section, context)]
        done = start
    return "".join([*parts, end, rest])


def link(section: re.Match, context: Context) -> str:
    repository, page = uses(context)
    place = f"{page}#{section[1]}"
    title = html.unescape(TAGS.sub("", section[2])).strip()
    chapter = context.url.rstrip("/")
    asked = quote(f"[{chapter}] {title}"), quote(BODY.format(place=place))
    href = f"{repository.rstrip('/')}/issues/new?title={asked[0]}&body={asked[1]}"
    return LINK.format(href=html.escape(href), title=html.escape(title))
