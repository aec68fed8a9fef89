import io
import itertools
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from sitegen.running.figure_style import CYCLE, DARK, LIGHT, LIGHT_RC, to_dark

# Machado, Oliveira, Fernandes (2009): 선형 RGB에서의 색각 이상
VISION = {
    "보통": np.eye(3),
    "적색맹": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "녹색맹": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "청색맹": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)
PAGES = [(LIGHT, "#ffffff"), (DARK, "#15191c")]
on_both_pages = pytest.mark.parametrize(("palette", "page"), PAGES)


def linear(color):
    c = np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def contrast(a, b):
    low, high = sorted(linear(color) @ XYZ[1] for color in (a, b))
    return (high + 0.05) / (low + 0.05)


def lab(color, vision):
    seen = np.clip(VISION[vision] @ linear(color), 0, 1)
    x, y, z = np.cbrt(XYZ @ seen / [0.9505, 1, 1.089])
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@on_both_pages
def test_선은_배경에서_3배_글자는_7배_넘게_도드라진다(palette, page):
    assert min(contrast(palette[name], page) for name in CYCLE) >= 3
    assert contrast(palette["axis"], page) >= 3
    assert contrast(palette["text"], page) >= 7


@on_both_pages
@pytest.mark.parametrize("vision", VISION)
def test_여섯_빛깔은_색각이_달라도_서로_갈린다(palette, page, vision):
    colors = [lab(palette[name], vision) for name in CYCLE]
    gaps = [np.linalg.norm(a - b) for a, b in itertools.combinations(colors, 2)]
    assert min(gaps) > 18


def test_두_팔레트는_이름이_같고_한_빛깔에_한_이름이다():
    assert LIGHT.keys() == DARK.keys()
    assert len(set(LIGHT.values())) == len(LIGHT)


@pytest.fixture
def svg():
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    with matplotlib.rc_context(LIGHT_RC):
        fig, ax = plt.subplots()
        for i in range(6):
            ax.plot([0, 1], [i, 0], label=f"{i}")
        ax.bar([0], [1], edgecolor="0.5")
        ax.boxplot([[1, 2, 3, 9]])
        ax.text(0.5, 1, "on a cell", color="white")
        ax.annotate("here", (0, 0), (0.5, 3), arrowprops={"arrowstyle": "->"})
        ax.grid(True)
        ax.legend()

        def save():
            out = io.StringIO()
            fig.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
            return out.getvalue()

        yield save
        plt.close(fig)


def colors(svg):
    return set(re.findall("#[0-9a-f]{6}", svg))


def test_어두운_그림에_밝은_빛깔이_남지_않는다(svg):
    light, dark = colors(svg()), colors(to_dark(svg()))
    assert light >= set(LIGHT.values())
    assert dark & set(LIGHT.values()) == set()
    assert dark == {*DARK.values(), "#ffffff", to_dark("#808080")}


def test_기본_빛깔만_쓴_그림에는_검정이_없다(svg):
    """SVG에서 검정은 적히지 않으므로 채우기가 빠진 글자도 없어야 한다."""
    text = svg()
    root = ET.fromstring(text)
    drawn = [node for node in root.iter() if node.tag.endswith("}path")]
    assert "#000000" not in text
    assert len(drawn) > 20
    groups = re.findall(r'<g id="text_\d+">.*?</g>', text, re.S)
    assert groups
    assert all("fill: #" in group for group in groups)


def test_회색은_밝기가_뒤집힌다():
    inverted = [
        int(to_dark(f"#{level:02x}" + f"{level:02x}" * 2)[1:3], 16)
        for level in (0x20, 0x80, 0xE0)
    ]
    assert inverted == sorted(inverted, reverse=True)


def test_검정과_흰색과_이미지는_그대로다():
    kept = 'fill: #000000; fill: #ffffff; href="data:image/png;base64,iVBOR#abcdefgh"'
    assert to_dark(kept) == kept


def test_같은_그림은_바이트까지_같다(svg):
    assert svg() == svg()
