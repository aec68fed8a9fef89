"""첫 쪽에 손글씨를 읽는 신경망의 자리를 놓는다.

예시 하나의 답은 학습할 때 적어 두므로 JavaScript가 없어도 무엇이 나오는지 보인다.
"""

import base64
import io

import numpy as np
from jinja2 import Environment, StrictUndefined
from PIL import Image

from sitegen.faces import digit
from sitegen.faces.models import place
from sitegen.stages.context import Context

PLACE = "<!-- digit -->"
STYLE = "assets/stylesheets/digit.css"
TEMPLATE = digit.SOURCE / "demo.html"
FAINT = 0.08  # 꺼진 칸도 자리는 보이게


def run(html: str, context: Context) -> str:
    if PLACE not in html:
        return html
    link = f'<link rel="stylesheet" href="{context.base}{STYLE}">'
    demo = render(digit.card(), context.base)
    return html.replace("</head>", link + "</head>", 1).replace(PLACE, demo, 1)


def render(card: dict, base: str) -> str:
    env = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    env.filters.update(encode=encode, sheet=sheet)
    return env.from_string(TEMPLATE.read_text(encoding="utf-8")).render(
        card=card, base=base, model=digit.NAME, size=place.weight(digit.NAME)
    )


def encode(pixels: list[int]) -> str:
    """0부터 16까지의 픽셀을 한 글자씩 적는다."""
    return "".join(np.base_repr(p, 17) for p in pixels).lower()


def sheet(maps: list, columns: int) -> str:
    """특성 맵들을 한 칸씩 띄워 늘어놓은 작은 PNG의 주소. 진하기는 층에서 가장 큰 값
    에 견준 것이다. web/kit/sheet.ts가 같은 그림을 그린다."""
    maps = np.asarray(maps)
    strength = FAINT + (1 - FAINT) * maps / max(maps.max(), 1e-9)
    rows = -(-len(maps) // columns)
    alpha = np.zeros((9 * rows - 1, 9 * columns - 1), np.uint8)
    for index, one in enumerate(strength):
        y, x = 9 * (index // columns), 9 * (index % columns)
        alpha[y : y + 8, x : x + 8] = np.rint(255 * one)
    blank = Image.new("LA", alpha.shape[::-1])
    blank.putalpha(Image.fromarray(alpha))
    buffer = io.BytesIO()
    blank.save(buffer, "PNG", optimize=True)
    data = base64.b64encode(buffer.getvalue()).decode()
    return f"data:image/png;base64,{data}"
