"""MkDocs 훅: 첫 쪽에 손글씨를 읽는 신경망과 그것이 돌 실행기를 놓는다.

예시 하나의 답은 지을 때 적어 두므로 JavaScript가 없어도 무엇이 나오는지 보인다.
"""

import base64
import hashlib
import io
from pathlib import Path

import numpy as np
from jinja2 import Environment, StrictUndefined
from mkdocs.structure.files import File
from PIL import Image

from sitegen import digit, web
from sitegen.hooks.web import FOLDER as SCRIPTS

PLACE = "<!-- digit -->"
FOLDER = "assets/digit"
STYLE = "assets/stylesheets/digit.css"
TEMPLATE = digit.SOURCE / "demo.html"
FAINT = 0.08  # 꺼진 칸도 자리는 보이게

_received: dict[str, tuple[str, Path]] = {}


def on_files(files, config):
    model, (module, wasm) = digit.model(), digit.runtime()
    version = digit.runtime_version()
    fingerprint = hashlib.sha256(model.onnx.read_bytes()).hexdigest()[:8]
    _received.clear()
    _received.update(
        model=(f"{FOLDER}/digit.{fingerprint}.onnx", model.onnx),
        runtime=(f"{FOLDER}/ort-{version}.min.mjs", module),
        wasm=(f"{FOLDER}/ort-{version}.wasm.gzip", wasm),
    )
    for uri, path in _received.values():
        files.append(File.generated(config, uri, abs_src_path=str(path)))
    return files


def on_post_page(output, page, config):
    if PLACE not in output:
        return output
    base = "../" * page.url.count("/")
    link = f'<link rel="stylesheet" href="{base}{STYLE}">'
    demo = render(digit.model().card, base)
    return output.replace("</head>", link + "</head>", 1).replace(PLACE, demo, 1)


def render(card: dict, base: str) -> str:
    env = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    env.filters.update(encode=encode, sheet=sheet)
    urls = {name: base + uri for name, (uri, _) in _received.items()}
    worker = web.build().entries["digit.worker.ts"]
    urls["worker"] = f"{base}{SCRIPTS}/{worker}"
    return env.from_string(TEMPLATE.read_text(encoding="utf-8")).render(
        card=card,
        base=base,
        urls=urls,
        size=sum(path.stat().st_size for _, path in _received.values()),
    )


def encode(pixels: list[int]) -> str:
    """0부터 16까지의 픽셀을 한 글자씩 적는다."""
    return "".join(np.base_repr(p, 17) for p in pixels).lower()


def sheet(maps: list, columns: int) -> str:
    """특성 맵들을 한 칸씩 띄워 늘어놓은 작은 PNG의 주소. 진하기는 층에서 가장 큰 값
    에 견준 것이다. web/digit/sheet.ts가 같은 그림을 그린다."""
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
