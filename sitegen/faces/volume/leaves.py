"""지은 쪽 하나를 책의 잎으로: 누를 것은 빼고, 답은 뒤로 보내고, 수식은 하나로."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from posixpath import normpath
from urllib.parse import quote, unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from sitegen.book import site

# 화면에서만 뜻이 있는 것
SCREEN = (
    "script, button, input, label, nav, wbr, .headerlink, .book-about, .book-ask,"
    " .book-end, .book-exercise, .run-elsewhere, .playground"
)
DATA = re.compile(r"^(data-|aria-|tabindex$|loading$|onclick$)")
TAGGED = re.compile(r"\s*\\tag\{[^}]*\}")
BACK = "힌트와 풀이"
TO_BACK = ' <a class="to-back" href="#{}">{}</a>'
TO_FRONT = '<p class="to-front"><a href="#{}">물음으로</a></p>'


@dataclass
class Leaf:
    """책에 실을 쪽 하나. 링크는 아직 사이트의 것이고 leaves.point가 책의 것으로 바꾼다.

    uri: docs에서 본 자리, heading: 차례에 적을 이름, sections: 절마다 (자리, 제목)
    front, back: body와 answers에 있는 자리들, images: 사이트의 자리 → 파일
    """

    uri: str
    title: str
    heading: str
    body: Tag
    answers: list[Tag]
    images: dict[str, Path] = field(default_factory=dict)
    sections: list[tuple[str, str]] = field(default_factory=list)
    front: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", self.uri.removesuffix(".md").lower())

    @property
    def url(self) -> str:
        return site.address(self.uri)


@dataclass(frozen=True)
class Asked:
    """물음 하나와 뒤로 보낼 것. head: 물음이 있는 자리, kind: 힌트 1, 풀이, 답"""

    head: Tag | None
    title: str
    kind: str
    contents: list


def read(uri: str, folder: Path, drawn: bool = False) -> Leaf:
    """folder: 지은 사이트. drawn이면 수식을 MathML이 아니라 그려 둔 것으로 남긴다."""
    place = folder / site.address(uri) / "index.html"
    soup = BeautifulSoup(place.read_text(encoding="utf-8"), "html.parser")
    body = soup.new_tag("section")
    body.extend(list(soup.find("article").contents))
    _drawings(body) if drawn else _formulas(body)
    for tag in body.select(SCREEN):
        tag.decompose()
    title = said(body.find("h1"))
    number = _eyebrow(body)
    _widgets(body, soup, uri)
    asked = [*_quizzes(body, soup), *_folds(body)]
    answers = [_answer(soup, *told) for told in enumerate(asked, 1)]
    leaf = Leaf(uri, title, f"{number} {title}".strip(), body, answers)
    leaf.sections = [(head["id"], said(head)) for head in body.find_all("h2", id=True)]
    _images(leaf, place.parent, folder)
    for tag in [
        tag for part in [body, *answers] for tag in [part, *part.find_all(True)]
    ]:
        tag.attrs = {k: v for k, v in tag.attrs.items() if not DATA.match(k)}
    leaf.front = _ids([body])
    leaf.back = _ids(answers)
    return leaf


def said(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def _ids(parts: list[Tag]) -> frozenset[str]:
    tags = (tag for part in parts for tag in [part, *part.find_all(True)])
    return frozenset(tag["id"] for tag in tags if tag.has_attr("id"))


def _eyebrow(body: Tag) -> str:
    """장의 번호를 적은 줄을 글만 남긴다. 반환: 5장. 장이 아니면 빈 글"""
    eyebrow = body.select_one(".book-eyebrow")
    if eyebrow is None:
        return ""
    eyebrow.string, eyebrow["class"] = said(eyebrow), "eyebrow"
    return eyebrow.string.split()[-1]


def _drawings(body: Tag) -> None:
    """KaTeX가 그린 것만 남긴다. 낭독기에는 TeX를 건넨다."""
    for formula in body.select(".katex"):
        source = formula.select_one(".katex-mathml").extract()
        tex = source.find("annotation").get_text().strip()
        formula.attrs |= {"role": "img", "title": tex}


def _formulas(body: Tag) -> None:
    """KaTeX가 두 번 적은 수식에서 MathML만 남긴다."""
    for picture in body.select(".katex-html"):
        picture.decompose()
    for math in body.find_all("math"):
        if tex := math.find("annotation"):
            math["alttext"] = tex.extract().get_text().strip()
        if semantics := math.find("semantics"):
            semantics.unwrap()
        _number(math)
        wrapper = math.find_parent(class_="arithmatex")
        if wrapper is not None and wrapper.name == "div":
            math["display"] = "block"
        for around in math.find_parents(class_=("katex", "katex-mathml")):
            around.unwrap()


def _number(math: Tag) -> None:
    """KaTeX가 표로 적은 식의 번호를 식 뒤의 글로. 표의 너비는 MathML에 없다."""
    table = math.find("mtable", width="100%")
    if table is None:
        return
    cells = table.find("mtr").find_all("mtd", recursive=False)
    number = cells[-1].get_text()
    table.replace_with(*cells[1].contents)
    math["alttext"] = TAGGED.sub("", math["alttext"])
    math.insert_after(f" {number}")


def _widgets(body: Tag, soup: BeautifulSoup, uri: str) -> None:
    """움직이는 도구는 멈춘 그림으로 두고, 어디서 움직이는지 적는다."""
    for widget in body.select(".widget"):
        widget.name = "div"
        widget.attrs = {"class": "living"}
        note = soup.new_tag("p", attrs={"class": "elsewhere"})
        note.append("이 그림은 ")
        link = soup.new_tag("a", href=site.web(site.address(uri)))
        link.string = "웹에서 움직인다"
        note.extend([link, "."])
        widget.append(note)


def _quizzes(body: Tag, soup: BeautifulSoup) -> Iterator[Asked]:
    """고를 것만 남기고, 맞고 틀린 까닭은 뒤로 보낸다."""
    for quiz in body.select(".book-quiz"):
        choices = soup.new_tag("ul", attrs={"class": "choices"})
        told = soup.new_tag("ul", attrs={"class": "choices"})
        for choice in quiz.select("details.quiz"):
            option = choice.find("summary").extract()
            option.name = "li"
            answer = soup.new_tag("li")
            answer.extend([child.__copy__() for child in option.contents])
            answer.extend(list(choice.contents))
            choices.append(option)
            told.append(answer)
        question = body.find(id=quiz["aria-labelledby"])
        yield Asked(question, said(question), "답", [told])
        quiz.name = "div"
        quiz.clear()
        quiz.append(choices)


def _folds(body: Tag) -> Iterator[Asked]:
    """힌트와 풀이는 뒤로, 그 밖의 접힌 것은 펼친 상자로."""
    for fold in body.find_all("details"):
        title = fold.find("summary", recursive=False).extract()
        head = fold.find_previous(["h2", "h3"])
        back = {"tip", "success"} & set(fold.get("class", []))
        if back and head is not None and head.name == "h3":  # 연습문제의 것
            kind = said(title)
            inside = [child.extract() for child in list(fold.contents)]
            yield Asked(head, f"{said(head)}: {kind}", kind, inside)
            fold.decompose()
            continue
        fold.name = "div"
        fold.attrs = {"class": "box"}
        title.name, title.attrs = "p", {"class": "box-title"}
        fold.insert(0, title)


def _answer(soup: BeautifulSoup, number: int, asked: Asked) -> Tag:
    """뒤에 실을 답. 물음과 서로 잇는다."""
    answer = soup.new_tag("section", id=f"answer-{number}")
    title = soup.new_tag("h3")
    title.string = asked.title
    answer.append(title)
    answer.extend(asked.contents)
    answer.extend(_parsed(TO_FRONT.format(escape(asked.head["id"]))))
    asked.head.extend(_parsed(TO_BACK.format(answer["id"], escape(asked.kind))))
    return answer


def _parsed(text: str) -> list:
    return list(BeautifulSoup(text, "html.parser").contents)


def _images(leaf: Leaf, here: Path, folder: Path) -> None:
    """밝은 그림과 어두운 그림을 모두 싣고, 어느 쪽인지는 모양의 이름으로 남긴다."""
    for place in [leaf.body, *leaf.answers]:
        for image in place.find_all("img"):
            source = urlsplit(image["src"])
            file = (here / unquote(source.path)).resolve()
            where = file.relative_to(folder.resolve()).as_posix()
            leaf.images[where] = file
            scheme = source.fragment.removeprefix("only-")
            kept = {k: image[k] for k in ("alt", "width", "height") if image.get(k)}
            kind = {"class": scheme} if scheme in ("light", "dark") else {}
            image.attrs = {"src": where, "alt": "", **kept, **kind}


def point(
    place: Tag, leaf: Leaf, shelf: dict[str, Leaf], named: Callable[[Leaf, str], str]
) -> None:
    """place의 링크를 책 속의 링크로. 책에 없는 쪽은 웹의 주소다.

    shelf: 주소마다의 잎. named(잎, 자리): 책에서 그 자리를 부르는 이름
    """
    for tag in place.find_all("a", href=True):
        kind = {"class": tag["class"]} if tag.has_attr("class") else {}
        tag.attrs = {"href": _link(tag["href"], leaf, shelf, named), **kind}


def _link(href: str, leaf: Leaf, shelf: dict[str, Leaf], named) -> str:
    target = urlsplit(href)
    if target.scheme or target.netloc:
        return href
    url = leaf.url
    if target.path:
        url = normpath("/" + leaf.url + target.path).lstrip("/")
        url += "/" if url and not Path(url).suffix else ""
    anchor = unquote(target.fragment)
    if found := shelf.get(url):
        return named(found, anchor if anchor in found.front | found.back else "")
    return site.web(quote(url)) + (f"#{target.fragment}" if anchor else "")
