"""본문의 뜻풀이와 용어집 페이지."""

import re

import pytest

from sitegen.book import site
from sitegen.book.terms import Term, anchor, load
from sitegen.faces.glossary import HERE, chapters, table
from sitegen.stages.glossary import annotate
from tests.growth import grows


def term(ko: str, en: str = "word", *aliases: str, definition: str = "뜻.") -> Term:
    return Term(en, ko, aliases, (), definition)


TERMS = (
    term("합성곱", "convolution", definition="곱해 더하는 연산."),
    term("합성곱 신경망", "convolutional neural network (CNN)", "CNN"),
    term("경사 하강법", "gradient descent", "경사하강법"),
    term("층", "layer"),
    term("분류", "classification"),
    term("SORT", "simple online and realtime tracking (SORT)"),
)


def explained(content: str) -> list[str]:
    return re.findall(r"<abbr [^>]*>([^<]*)</abbr>", annotate(content, TERMS))


def test_용어에_뜻을_달고_조사는_밖에_둔다():
    assert annotate("<p>합성곱은 연산이다.</p>", TERMS) == (
        '<p><abbr class="term" title="convolution: 곱해 더하는 연산." tabindex="0">'
        "합성곱</abbr>은 연산이다.</p>"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("합성곱 신경망이 배운다", ["합성곱 신경망"]),
        ("CNN은 합성곱으로 된다", ["CNN", "합성곱"]),
        ("경사하강법과 경사 하강법", ["경사하강법"]),
        ("합성곱, 합성곱, 합성곱", ["합성곱"]),
        ("층이다. 층을", ["층"]),
        ("고층 건물과 층간 소음", []),
        ("물건을 분류한다. 분류해 보자", []),
        ("분류(classification)와 회귀", ["분류"]),
        ("목록을 sort한다. SORT는 추적한다", ["SORT"]),
        ("딥SORT와 SORTED", []),
        ("합성곱(convolution)<b>층</b>", ["합성곱", "층"]),
    ],
)
def test_가장_긴_용어를_쪽마다_한_번만(text, words):
    assert explained(f"<p>{text}</p>") == words


@pytest.mark.parametrize(
    "content",
    [
        "<h2>합성곱</h2>",
        '<a href="#">합성곱</a>',
        "<p><code>합성곱</code></p>",
        "<pre><span>합성곱</span></pre>",
        '<div class="highlight"><div>합성곱</div>층</div>',
        '<span class="arithmatex">\\(합성곱\\)</span>',
        '<span class="katex"><span>합성곱</span>층</span>',
        '<p class="admonition-title">합성곱</p>',
        "<summary>합성곱</summary>",
        '<img alt="합성곱">',
        "<!-- 합성곱 -->",
        "<svg><text>합성곱</text></svg>",
        '<abbr title="x">합성곱</abbr>',
    ],
)
def test_코드와_제목과_링크와_수식은_건드리지_않는다(content):
    assert annotate(content, TERMS) == content


def test_지나친_것_뒤에서_다시_단다():
    content = '<div class="highlight"><div></div></div><br><p>층을 쌓는다</p>'
    assert explained(content) == ["층"]


def test_뜻풀이의_따옴표가_속성을_깨지_않는다():
    quoted = (term("합성곱", definition='"곱"과 <합>이다.'),)
    content = annotate("<p>합성곱</p>", quoted)
    assert "&quot;곱&quot;과 &lt;합&gt;이다." in content


def test_실제_페이지에_달고_글자는_그대로다():
    for path in site.lesson_pages():
        content = site.markdown().convert(path.read_text(encoding="utf-8"))
        annotated = annotate(content, load())
        words = re.findall(r'<abbr class="term"[^>]*>([^<]*)<', annotated)
        assert 5 < len(words) < 80, f"{path.name}: {words}"
        assert len(set(words)) == len(words)
        plain = re.sub(r'<abbr class="term"[^>]*>([^<]*)</abbr>', r"\1", annotated)
        assert plain == content


def test_글이_네_배면_시간도_네_배쯤_든다():
    page = max(site.lesson_pages(), key=lambda path: path.stat().st_size)
    content = site.markdown().convert(page.read_text(encoding="utf-8"))
    assert grows(lambda n: annotate(content * n, load())) < 10


def test_용어집은_모든_용어를_자리와_함께_싣는다():
    made = table(load(), {})
    for each in load():
        assert made.count(f"**{each.ko}**{{ #{anchor(each)} }}") == 1
    headings = re.findall(r"^## (.+)", made, re.M)
    assert headings == sorted(set(headings), key=lambda h: (h == "A–Z", h))


def test_용어집의_자리는_링크가_닿는_id가_된다():
    html = site.markdown().convert(table(load(), {}))
    for each in load():
        assert f'id="{anchor(each)}"' in html


def test_용어를_가르치는_장을_안다():
    taught = chapters(load())
    named = {each.ko: place for each, place in taught.items()}
    assert named["경사 하강법"][0] == "dl/10-gradient-descent.md"
    assert named["합성곱"][0] == "cnn/03-convolution-1.md"
    for uri, title in named.values():
        assert (site.DOCS / uri).is_file() and title


def test_용어집에_표를_넣을_자리가_있다():
    assert (site.DOCS / "glossary.md").read_text(encoding="utf-8").count(HERE) == 1
