import io
import re

import pytest
from fontTools.ttLib import TTFont

from lessons.plotting import FONTS
from sitegen.base import keep
from sitegen.faces import fonts
from sitegen.faces.typefaces import HANGUL, OUR_WIDTH, unicode_range
from tests.sitegen.small_site import build_site

PAGES = {
    "index.md": "# 첫 쪽\n\n본문 글자, **굵은** 말.\n\n```\n코드 속 주석\n```\n",
    "dl/deep.md": "# 깊은 쪽\n\n뷁 ≈ 0.5\n",
    "dl/other.md": "# 다른 쪽\n\n뜻\n",
}
CORE, PAGE = "gaeron-sans-{}-core.*.woff2", "gaeron-sans-{}-page.*.woff2"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build_site(tmp_path_factory.mktemp("fonts"), "fonts", "fonts", PAGES)


def woff2(site, weight, pattern=CORE):
    [path] = (site / "assets/fonts").glob(pattern.format(weight))
    return path


def linked(site, page):
    """페이지가 미리 받는 글꼴 파일들."""
    text = (site / page).read_text("utf-8")
    names = re.findall(r'<link rel="preload"[^>]*/(gaeron[^"]*)"', text)
    return [site / "assets/fonts" / name for name in names]


def shown(path):
    return {chr(code) for code in TTFont(path).getBestCmap()}


def test_그림의_글꼴은_다시_만들어도_바이트까지_같다(tmp_path):
    fonts.plot_fonts(tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in FONTS.iterdir()}
    assert len(made) == 3


def test_자른_글꼴에는_시킨_글자만_있고_예약된_이름이_없다():
    font = TTFont(io.BytesIO(fonts.web_font(700, "가나 A")))
    assert set(font.getBestCmap()) == set(map(ord, "가나 A"))
    names = [str(record) for record in font["name"].names]
    assert not [name for name in names if "pretendard" in name.lower()]
    assert "Gaeron Sans Bold" in names
    assert any("SIL Open Font License" in name for name in names)


def test_글자를_준_차례가_달라도_같은_글꼴이다(monkeypatch, tmp_path):
    first = fonts.web_font(400, "가나다")
    monkeypatch.setattr(keep, "CACHE", tmp_path)
    assert fonts.web_font(400, "다나가가") == first


def test_한_번_자른_글꼴은_다시_자르지_않는다(monkeypatch):
    kept = fonts.web_font(400, "가나다")
    monkeypatch.setattr(fonts, "cut", None)
    assert fonts.web_font(400, "가나다") == kept


def test_여럿을_나란히_잘라도_하나씩_자른_것과_바이트까지_같다(monkeypatch, tmp_path):
    wanted = [(400, "가나다 Aj"), (700, "라마 = 0.5"), (400, "뷁 λ To")]
    one_by_one = [fonts.web_font(*letters) for letters in wanted]
    monkeypatch.setattr(keep, "CACHE", tmp_path / "together")
    fonts.make(wanted)
    monkeypatch.setattr(fonts, "cut", None)  # 이미 다 잘라 두었다
    assert [fonts.web_font(*letters) for letters in wanted] == one_by_one


def test_숨은_꼴로_적힌_글자도_센다():
    assert fonts.characters(r'&#44032; "\ub098" 다&amp;') >= set("가나다&")


def test_굵은_글자는_제목과_강조와_표의_머리에서_나온다():
    page = """
        <h2 id="x">제목 <code>코</code></h2><p>본문</p><strong>강조</strong>
        <p class="admonition-title">알림</p><th>머리</th>
        <span class="filename">파일</span><span class="md-ellipsis">차례</span>
    """
    bold = {c for c in fonts.bold_characters(page) if "가" <= c <= "힣"}
    assert bold == set("제목코강조알림머리파일차례")


@pytest.mark.parametrize("page", ["index.html", "dl/deep/index.html", "404.html"])
def test_보이는_글자가_모두_미리_받는_글꼴에_있다(site, page):
    text = re.sub("<(style|script).*?</\\1>", "", (site / page).read_text("utf-8"))
    covered = set().union(*map(shown, linked(site, page)))
    assert set(re.findall("[가-힣]", re.sub("<[^>]+>", "", text))) <= covered


def test_한_쪽에만_나오는_글자는_그_쪽만_받는다(site):
    assert "뷁" not in shown(woff2(site, 400))
    assert any("뷁" in shown(path) for path in linked(site, "dl/deep/index.html"))
    assert not any("뷁" in shown(path) for path in linked(site, "index.html"))
    bold = [p for p in linked(site, "dl/deep/index.html") if "-700-" in p.name]
    assert not any("뷁" in shown(path) for path in bold)


def test_브라우저가_만드는_글의_글자도_부르면_온다(site):
    """오류 문장처럼 페이지에 없던 글자는 나올 때 rest 글꼴이 온다."""
    rest = woff2(site, 400, "gaeron-sans-400-rest.*.woff2")
    assert rest not in linked(site, "index.html")
    assert "뷁" in shown(rest)


def test_빈_글꼴은_모든_한글의_자리를_우리_글꼴의_너비로_지킨다():
    font = TTFont(io.BytesIO(fonts.blank_font(1770, 1950, 494)))
    cmap = next(t for t in font["cmap"].tables if t.format == 13).cmap
    assert set(range(0xAC00, 0xD7A4)) == set(cmap)
    assert font["hmtx"]["hangul"][0] == 1770
    ours = TTFont(woff2_of_ga())
    width = ours["hmtx"][ours.getBestCmap()[ord("가")]][0]
    assert width / ours["head"].unitsPerEm == OUR_WIDTH
    assert pytest.approx(1770 / 2048, rel=2e-3) == OUR_WIDTH  # 자르지 않은 글꼴의 너비


def test_굵은_눈금의_글꼴도_줄의_높이가_본디와_같다():
    ours, whole = TTFont(woff2_of_ga()), TTFont(io.BytesIO(fonts.whole_font(400)))
    per_em = [font["head"].unitsPerEm for font in (ours, whole)]
    assert per_em == [512, 2048]
    for name in ("ascent", "descent"):
        here, there = (getattr(font["hhea"], name) for font in (ours, whole))
        assert here / 512 == pytest.approx(there / 2048, abs=1 / 512)
    assert ours["OS/2"].sTypoAscender == ours["hhea"].ascent


def woff2_of_ga():
    return io.BytesIO(fonts.web_font(400, "가"))


def test_스크립트가_굵게_적는_글이_굵은_글꼴에_있다(site):
    assert set("실행채점멈춤") <= shown(woff2(site, 700))


def test_글자의_범위는_이어진_것끼리_묶는다():
    assert unicode_range("가각갂나A") == "U+41, U+AC00-AC02, U+B098"
    assert unicode_range("가나A→", blocks=True) == f"U+41, U+2192, {HANGUL}"


@pytest.mark.parametrize(
    ("page", "base"),
    [("index.html", ""), ("dl/deep/index.html", "../../"), ("404.html", "/book/")],
)
def test_모든_쪽이_글꼴을_미리_받는다(site, page, base):
    text = (site / page).read_text("utf-8")
    [sheet] = (site / "assets/fonts").glob("*.css")
    for path in [woff2(site, 400), woff2(site, 700), sheet]:
        assert f'href="{base}assets/fonts/{path.name}"' in text
    for url in re.findall(r"url\(([^)]*gaeron[^)]*)\)", text):
        assert url.startswith(f"{base}assets/fonts/")


def test_이름은_내용의_지문이고_같은_글이면_같은_이름이다(site, tmp_path):
    before = woff2(site, 400)
    same = build_site(tmp_path / "same", "fonts", "fonts", PAGES)
    more = {name: text + "\n쀍\n" for name, text in PAGES.items()}
    grown = build_site(tmp_path / "grown", "fonts", "fonts", more)
    assert woff2(same, 400).name == before.name
    assert woff2(same, 400).read_bytes() == before.read_bytes()
    assert woff2(grown, 400).name != before.name


def test_고쳐_가며_볼_때는_자르지_않고_통째로_쓴다(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "web_font", None)
    site = build_site(tmp_path, "fonts", "fonts", PAGES, serve=True)
    whole = woff2(site, 400, "gaeron-sans-{}.*.woff2")
    assert whole.read_bytes() == fonts.whole_font(400)


def test_글꼴_옆에_라이선스가_있고_CSS의_파일이_모두_있다(site):
    folder = site / "assets/fonts"
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text("utf-8")
    [sheet] = folder.glob("*.css")
    css = sheet.read_text("utf-8")
    used = set(re.findall(r"url\(((?!data:)[^)]+)\)", css))
    made = {path.name for path in folder.glob("*.woff2")}
    assert used == {name for name in made if "-page." not in name}
    assert css.count("size-adjust") == 10
