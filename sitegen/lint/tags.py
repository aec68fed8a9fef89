"""페이지에 바로 쓴 HTML: 짝, 그림과 링크, 실험 도구, 쓰지 않는 태그.

HTML을 읽는 일은 표준 라이브러리가 한다. 코드와 수식은 지우고 읽으므로 줄 번호가 맞는다.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from markdown.util import BLOCK_LEVEL_ELEMENTS

from sitegen.base.problem import Problem
from sitegen.book import site
from sitegen.book.page import Page
from sitegen.lint.korean import CODE_OR_MATH

VOID = {"img", "br", "hr", "wbr", "source", "col"}
INLINE = {"a", "abbr", "b", "cite", "em", "i", "kbd", "mark", "q", "s", "small"}
INLINE |= {"span", "strong", "sub", "sup", "u", "time", "picture", "rt", "ruby"}
# 코드로 보이지만 아무도 돌려 보지 않는 것
CODE = {"pre", "code", "samp", "xmp", "listing", "plaintext", "textarea", "tt"}
REFUSED = {
    "script": "움직이는 것은 web/widgets의 실험 도구로 만든다.",
    "style": "모양은 docs/assets/stylesheets에 둔다.",
    "iframe": "다른 사이트를 페이지에 싣지 않는다. 링크로 쓴다.",
    "object": "다른 파일을 페이지에 싣지 않는다. 링크로 쓴다.",
    "embed": "다른 파일을 페이지에 싣지 않는다. 링크로 쓴다.",
    "video": "움직이는 것은 web/widgets의 실험 도구로 만든다.",
    "audio": "소리를 싣지 않는다. 링크로 쓴다.",
    "font": "글자의 모양은 책이 정한다. 지운다.",
    "center": "글자의 자리는 책이 정한다. 지운다.",
    "input": "독자가 만질 것은 web/widgets의 실험 도구로 만든다.",
    "button": "독자가 만질 것은 web/widgets의 실험 도구로 만든다.",
}
KNOWN = {*BLOCK_LEVEL_ELEMENTS, *INLINE, *VOID} - CODE - REFUSED.keys()


class Reader(HTMLParser):
    """태그마다의 고칠 것을 (줄, 말)로 모은다. 줄은 0부터 센다."""

    def __init__(self):
        super().__init__()
        self.open: list[tuple[str, int]] = []
        self.found: list[tuple[int, str]] = []
        self.widgets = {p.name for p in site.ROOT.glob("web/widgets/*") if p.is_dir()}

    def say(self, message: str) -> None:
        self.found.append((self.getpos()[0] - 1, message))

    def handle_starttag(self, tag: str, attributes: list) -> None:
        names = {name: value or "" for name, value in attributes}
        if tag in CODE:
            self.say(
                f"<{tag}> 속의 코드는 검증하지 않는다. ```python이나 ```text 울타리나 "
                "백틱으로 쓴다."
            )
        elif tag in REFUSED:
            self.say(f"<{tag}>는 쓰지 않는다. {REFUSED[tag]}")
        elif tag in self.widgets:
            self.widget(tag, names)
        elif "-" in tag:
            known = ", ".join(sorted(self.widgets))
            self.say(f"모르는 실험 도구다: {tag}. 있는 것: {known}")
        elif tag not in KNOWN:
            self.say(
                f"모르는 태그다: <{tag}>. 글자 <는 `&lt;`로, 코드는 백틱으로 쓴다."
            )
        if "style" in names and tag not in self.widgets:
            self.say("style 속성은 쓰지 않는다. 모양은 docs/assets/stylesheets에 둔다.")
        if tag not in VOID:
            self.open.append((tag, self.getpos()[0] - 1))

    def handle_startendtag(self, tag: str, attributes: list) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()
            self.say(f"<{tag}/>는 닫히지 않는다. `<{tag} …></{tag}>`로 쓴다.")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        places = [k for k, (name, _) in enumerate(self.open) if name == tag]
        if not places:
            self.say(f"여는 태그 없이 닫는다: </{tag}>. 지우거나 <{tag}>를 쓴다.")
            return
        for name, line in self.open[places[-1] + 1 :]:
            self.unclosed(name, line)
        del self.open[places[-1] :]

    def unclosed(self, tag: str, line: int) -> None:
        if tag not in ("p", "li", "td", "th", "tr", "dt", "dd"):
            message = f"<{tag}>가 닫히지 않았다. </{tag}>를 쓴다."
            self.found.append((line, message))

    def close(self) -> None:
        super().close()
        for tag, line in self.open:
            self.unclosed(tag, line)

    def widget(self, tag: str, names: dict[str, str]) -> None:
        if "widget" not in names.get("class", "").split():
            self.say(f'<{tag}>에 class="widget"이 없다. 없으면 깨어나지 않는다.')
        source = "".join(
            path.read_text(encoding="utf-8")
            for path in (site.ROOT / "web/widgets" / tag).glob("*.ts")
        ).replace("-", "")
        for name in names:
            said = name.removeprefix("data-").replace("-", "")
            used = name in ("class", "style", "id", "data-models") or said in source
            if not used:
                self.say(f"<{tag}>가 모르는 속성이다: {name}. 지우거나 이름을 맞춘다.")


def check(read: Page) -> Iterator[Problem]:
    text = "\n".join(line for _, line in read.prose)
    # 코드와 수식의 <는 태그가 아니다. 줄은 그대로 둔다
    text = CODE_OR_MATH.sub(_blank, text)
    reader = Reader()
    reader.feed(re.sub(r"<(?=https?://)", " ", text))
    reader.close()
    numbers = [number for number, _ in read.prose]
    for line, message in reader.found:
        yield Problem(read.path, numbers[line], message)


def _blank(match: re.Match) -> str:
    text = match[0]
    return text if text.startswith("http") else re.sub(r"[^\n]", " ", text)
