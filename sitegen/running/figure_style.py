"""그림의 빛깔. 프로그램은 밝은 그림을 한 번 그리고, 어두운 그림은 빛깔만 바꾼 것이다.

선의 빛깔 여섯은 두 배경 모두에서 대비가 3:1을 넘고, 적·녹·청 색각 이상에서도 서로
갈린다. 순수한 검정과 흰색은 바꾸지 않는다. 이미지 칸 위의 글자처럼 어느 화면에서나
그대로여야 하는 것에 쓴다. 그 밖의 회색은 밝기를 뒤집는다.
"""

import re

LIGHT = {
    "C0": "#1181d8",
    "C1": "#e8600a",
    "C2": "#0b5c48",
    "C3": "#a52a9b",
    "C4": "#6f540c",
    "C5": "#858a96",
    "surface": "#fefefe",
    "text": "#24292f",
    "axis": "#6b737d",
    "grid": "#dadee3",
}
DARK = {
    "C0": "#3f94f2",
    "C1": "#f2843f",
    "C2": "#5eeac6",
    "C3": "#f79bea",
    "C4": "#fbe39a",
    "C5": "#9094a4",
    "surface": "#15191c",
    "text": "#e2e5ea",
    "axis": "#9aa1ad",
    "grid": "#3a3f4b",
}
CYCLE = tuple(f"C{i}" for i in range(6))
ALWAYS = {"#000000", "#ffffff"}

LIGHT_RC = {
    "axes.axisbelow": True,
    "axes.edgecolor": LIGHT["axis"],
    "axes.facecolor": "none",
    "axes.labelcolor": LIGHT["text"],
    "axes.prop_cycle": f"cycler('color', {[LIGHT[name] for name in CYCLE]})",
    "axes.titleweight": "bold",
    "boxplot.boxprops.color": LIGHT["text"],
    "boxplot.capprops.color": LIGHT["text"],
    "boxplot.flierprops.markeredgecolor": LIGHT["text"],
    "boxplot.whiskerprops.color": LIGHT["text"],
    "figure.constrained_layout.use": True,
    "figure.facecolor": "none",
    "figure.figsize": (6.4, 3.6),
    "font.size": 12,
    "axes.titlesize": "medium",
    "grid.color": LIGHT["grid"],
    "hatch.color": LIGHT["text"],
    "image.interpolation": "none",
    "legend.edgecolor": LIGHT["grid"],
    "legend.facecolor": LIGHT["surface"],
    "legend.fontsize": "small",
    "lines.linewidth": 2,
    "patch.edgecolor": LIGHT["text"],
    "savefig.facecolor": "none",
    "svg.fonttype": "path",
    "svg.hashsalt": "gaeron",
    "text.color": LIGHT["text"],
    "xtick.color": LIGHT["axis"],
    "xtick.labelcolor": LIGHT["text"],
    "ytick.color": LIGHT["axis"],
    "ytick.labelcolor": LIGHT["text"],
}

_TO_DARK = {LIGHT[name]: DARK[name] for name in LIGHT}
_COLOR = re.compile(r"#[0-9a-f]{6}\b")


def to_dark(svg: str) -> str:
    """밝은 그림(SVG)의 빛깔을 어두운 화면의 빛깔로 바꾼다."""
    return _COLOR.sub(lambda match: _dark(match[0]), svg)


def _dark(color: str) -> str:
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    if color in ALWAYS or color in _TO_DARK or not red == green == blue:
        return _TO_DARK.get(color, color)
    return _mix(DARK["text"], DARK["surface"], red / 255)


def _mix(start: str, end: str, t: float) -> str:
    pairs = ((int(start[i : i + 2], 16), int(end[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round((1 - t) * a + t * b):02x}" for a, b in pairs)
