import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from lessons.plotting import FAMILY, FONTS, use_korean_font

ROOT = Path(__file__).parents[1]
WEIGHTS = ("Regular", "Bold")


@pytest.fixture
def plt():
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    with matplotlib.rc_context():
        yield pyplot
    pyplot.close("all")


def glyphs(weight: str) -> set[int]:
    return set(TTFont(FONTS / f"GaeronSansKR-{weight}.ttf").getBestCmap())


def test_그림에_한글_기호_음수가_빠짐없이_그려진다(plt):
    use_korean_font()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fig, ax = plt.subplots()
        ax.plot([-1, 1], [-2, 2], label="기울기 ∂L/∂w ≈ −0.5")
        ax.set_title("경사 하강법 ∇L, ŷ ⊙ x", fontweight="bold")
        ax.set_xlabel(r"가중치 $w_1$")
        ax.legend()
        fig.canvas.draw()


def test_두_굵기를_이름으로_찾는다(plt):
    from matplotlib.font_manager import FontProperties, findfont

    use_korean_font()
    wanted = [FontProperties(family=FAMILY, weight=w) for w in ("normal", "bold")]
    found = {Path(findfont(font, fallback_to_default=False)) for font in wanted}
    assert found == {FONTS / f"GaeronSansKR-{w}.ttf" for w in WEIGHTS}


def test_여러_번_불러도_글꼴은_한_번만_오른다(plt):
    from matplotlib.font_manager import fontManager

    use_korean_font()
    use_korean_font()
    ours = [font for font in fontManager.ttflist if font.name == FAMILY]
    assert len(ours) == len(WEIGHTS)


def test_matplotlib이_없으면_무엇을_할지_알린다(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ModuleNotFoundError, match="pip install matplotlib"):
        use_korean_font()


def test_불러오기만_해서는_matplotlib을_읽지_않는다():
    code = "import sys, lessons.plotting; assert 'matplotlib' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_그림을_그리는_프로그램의_한글이_글꼴에_모두_있다(weight):
    drawn = {
        character
        for path in (ROOT / "snippets").rglob("*.py")
        if "use_korean_font" in (text := path.read_text(encoding="utf-8"))
        for character in re.findall("[ㄱ-ㆎ가-힣]", text)
    }
    assert {ord(c) for c in drawn | set("손실기울기")} <= glyphs(weight)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_고친_글꼴은_예약된_이름을_쓰지_않는다(weight):
    names = TTFont(FONTS / f"GaeronSansKR-{weight}.ttf")["name"]
    assert not [name for name in names.names if "pretendard" in str(name).lower()]
    assert (FONTS / "OFL.txt").read_text("utf-8").count("SIL OPEN FONT LICENSE") == 1
