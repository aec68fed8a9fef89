"""지은 쪽 하나를 책의 잎으로: 누를 것은 빼고, 답은 뒤로 보내고, 수식은 하나로."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from posixpath import normpath
from urllib.parse import quote, unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from sitegen.book import site

# 화면에서만 뜻이 있는 것
SCREEN = (
    "script, button, input, label, nav, .headerlink, .book-about, .book-ask, .book-end,"
    " .book-exercise, .run-elsewhere, .book-progress, .book-tally, .md-tags, .digit,"
    " .playground, wbr, .book-hero .md-button, .md-source-file"
)
BLOCKS = "p, div, ul, ol, dl, table, pre, blockquote, h2, h3, h4, details, section"
DATA = re.compile(r"^(data-|aria-|tabindex$|loading$|onclick$)")
BACK = "힌트와 풀이"
TAGGED = re.compile(r"\s*\\tag\{[^}]*\}")


@dataclass
class Leaf:
    """uri: docs에서 본 자리. body와 answers는 책에 실을 글이다."""

    uri: str
    title: str
    eyebrow: str
    body: Tag
    answers: list[Tag] = field(default_factory=list)
    images: dict[str, Path] = field(default_factory=dict)  # 사이트의 자리 → 파일

    @property
    def name(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", self.uri.removesuffix(".md").lower())

    @property
    def url(self) -> str:
        return address(self.uri)

    def asked(self, answer: Tag) -> Tag | None:
        """이 답의 물음이 있는 자리"""
        place = answer.get("data-asked")
        return self.body.find(id=place) if place else None

    @cached_property
    def ids(self) -> frozenset[str]:
        """이 잎의 자리들. 다른 잎이 없는 자리를 가리키지 않게 한다."""
        return frozenset(tag["id"] for tag in self.body.find_all(id=True))


def address(uri: str) -> str:
    stem = uri.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("index").rstrip("/") + "/"


def read(uri: str, folder: Path, drawn: bool = False) -> Leaf:
    """folder: 지은 사이트. drawn이면 수식을 MathML이 아니라 그려 둔 것으로 남긴다."""
    place = folder / address(uri) / "index.html"
    soup = BeautifulSoup(place.read_text(encoding="utf-8"), "html.parser")
    article = soup.find("article")
    eyebrow = article.select_one(".book-eyebrow")
    said = " ".join(eyebrow.get_text().split()) if eyebrow else ""
    if eyebrow:
        eyebrow.decompose()
    body = soup.new_tag("section")
    body.extend(list(article.contents))
    _drawings(body) if drawn else _formulas(body)
    for tag in body.select(SCREEN):
        tag.decompose()
    title = body.find("h1")
    leaf = Leaf(uri, " ".join(title.get_text().split()), said, body)
    _widgets(leaf, soup)
    _quizzes(leaf, soup)
    _folds(leaf, soup)
    _images(leaf, place.parent, folder)
    for tag in [body, *leaf.answers, *body.find_all(True)]:
        _plain(tag)
    for answer in leaf.answers:
        for tag in answer.find_all(True):
            _plain(tag)
    return leaf


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


def _widgets(leaf: Leaf, soup: BeautifulSoup) -> None:
    """움직이는 도구는 멈춘 그림으로 두고, 어디서 움직이는지 적는다."""
    for widget in leaf.body.select(".widget"):
        widget.name = "div"
        widget.attrs = {"class": "living"}
        note = soup.new_tag("p", attrs={"class": "elsewhere"})
        note.append("이 그림은 ")
        place = site.config().site_url.rstrip("/") + "/" + leaf.url
        link = soup.new_tag("a", href=place)
        link.string = "웹에서 움직인다"
        note.extend([link, "."])
        widget.append(note)


def _quizzes(leaf: Leaf, soup: BeautifulSoup) -> None:
    """고를 것만 남기고, 맞고 틀린 까닭은 뒤로 보낸다."""
    for quiz in leaf.body.select(".book-quiz"):
        asked = quiz.get("aria-labelledby", "")
        choices = soup.new_tag("ul", attrs={"class": "choices"})
        told = soup.new_tag("ul", attrs={"class": "choices"})
        for choice in quiz.select("details.quiz"):
            said = choice.find("summary").extract()
            said.name = "li"
            answer = soup.new_tag("li")
            for child in [*said.contents]:
                answer.append(child.__copy__())
            answer.extend(list(choice.contents))
            choices.append(said)
            told.append(answer)
        question = leaf.body.find(id=asked) if asked else None
        head = " ".join(question.get_text().split()) if question else "물음"
        _answer(leaf, soup, head, asked, [told])
        quiz.name = "div"
        quiz.clear()
        quiz.append(choices)


def _folds(leaf: Leaf, soup: BeautifulSoup) -> None:
    """힌트와 풀이는 뒤로, 그 밖의 접힌 것은 펼친 상자로."""
    for fold in leaf.body.find_all("details"):
        summary = fold.find("summary", recursive=False)
        title = summary.extract() if summary else None
        kinds = fold.get("class", [])
        asked = _exercise(fold) if {"tip", "success"} & set(kinds) else None
        if asked is not None:
            head = " ".join(asked.get_text().split())
            said = " ".join(title.get_text().split()) if title else ""
            _answer(leaf, soup, f"{head}: {said}", asked.get("id", ""), fold.contents)
            fold.decompose()
            continue
        fold.name = "div"
        fold.attrs = {"class": "box"}
        if title is not None:
            title.name, title.attrs = "p", {"class": "box-title"}
            fold.insert(0, title)


def _exercise(fold: Tag) -> Tag | None:
    """이 힌트나 풀이의 연습문제."""
    head = fold.find_previous(["h2", "h3"])
    return head if head is not None and head.name == "h3" else None


def _answer(leaf: Leaf, soup: BeautifulSoup, head: str, asked: str, contents) -> None:
    number = len(leaf.answers) + 1
    answer = soup.new_tag("section", id=f"answer-{number}")
    title = soup.new_tag("h3")
    title.string = head
    answer.append(title)
    answer.extend(list(contents))
    if asked:
        answer["data-asked"] = asked
    leaf.answers.append(answer)


def _images(leaf: Leaf, here: Path, folder: Path) -> None:
    """밝은 그림과 어두운 그림을 모두 싣고, 어느 쪽인지는 모양의 이름으로 남긴다."""
    for place in [leaf.body, *leaf.answers]:
        for image in place.find_all("img"):
            source = urlsplit(image["src"])
            file = (here / unquote(source.path)).resolve()
            where = file.relative_to(folder.resolve()).as_posix()
            leaf.images[where] = file
            scheme = source.fragment.removeprefix("only-")
            image.attrs = {
                "src": where,
                "alt": image.get("alt", ""),
                "width": image.get("width"),
                "height": image.get("height"),
                "class": scheme if scheme in ("light", "dark") else None,
            }
            image.attrs = {k: v for k, v in image.attrs.items() if v is not None}


def _plain(tag: Tag) -> None:
    """화면의 스크립트와 모양이 쓰던 속성을 뗀다."""
    kept = tag.attrs.get("data-asked")
    tag.attrs = {k: v for k, v in tag.attrs.items() if not DATA.match(k)}
    if kept:
        tag["data-asked"] = kept
    if tag.name in ("details", "summary"):
        tag.name = "div"


def answered(answer: Tag) -> str:
    """뒤로 가는 링크의 글: 힌트 1, 풀이, 답"""
    head = answer.find("h3").get_text()
    return head.rpartition(": ")[2] if ": " in head else "답"


def link(href: str, leaf: Leaf, shelf: dict[str, Leaf], named) -> str:
    """쪽 사이의 링크를 책 속의 링크로. 책에 없는 것은 웹의 주소다.

    shelf: 주소마다의 잎. named(leaf, id): 책에서 그 자리를 부르는 이름
    """
    target = urlsplit(href)
    if target.scheme or href.startswith("//"):
        return href
    path = normpath("/" + leaf.url + target.path).lstrip("/") if target.path else ""
    url = (path + "/" if path and not Path(path).suffix else path) or (
        leaf.url if not target.path else ""
    )
    found, anchor = shelf.get(url), unquote(target.fragment)
    if found is None:
        web = f"{site.config().site_url.rstrip('/')}/{quote(url)}"
        return web + (f"#{target.fragment}" if target.fragment else "")
    return named(found, anchor if anchor in found.ids else "")
