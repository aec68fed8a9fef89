"""그림(SVG) 속의 사진을 가볍게 한다.

matplotlib은 사진을 화소마다 네 바이트의 PNG로 담는다. 불투명한 사진은 눈에 띄지 않을
만큼만 다르게 WebP로 다시 담고, 그래도 크면 밝기 32단계나 색 64가지로 줄인다. 파일이
4분의 1이 된다. 작은 표와 투명한 것은 칸마다의 값이 뜻이므로 그대로 둔다.
"""

import base64
import io
import re

import numpy as np
from PIL import Image

EMBEDDED = re.compile(r"(?P<head>data:image/)png(?P<base>;base64,)\s*(?P<data>[^\"]+)")
SMALLEST = 64 * 64  # 화소. 이보다 작으면 칸마다의 값이 뜻인 그림이다
GRAYS, COLORS = 32, 64
QUALITIES = 50, 60, 70, 80, 90
FAR = 5.0  # 밝기 0–255에서, 눈에 띄지 않는 어긋남의 제곱평균제곱근


def lighter(svg: str) -> str:
    return EMBEDDED.sub(_smaller, svg)


def _smaller(match: re.Match) -> str:
    with Image.open(io.BytesIO(base64.b64decode(match["data"]))) as opened:
        pixels = np.asarray(opened.convert("RGBA"))
    color, opaque = pixels[..., :3], (pixels[..., 3] == 255).all()
    if not opaque or pixels[..., 0].size < SMALLEST:
        return match[0]
    whole = Image.fromarray(np.ascontiguousarray(color))
    made = [_webp(_fewer(whole, color), lossless=True, quality=100)]
    for quality in QUALITIES:
        lossy = _webp(whole, quality=quality)
        with Image.open(io.BytesIO(lossy)) as shown:
            gap = np.asarray(shown.convert("RGB")).astype(float) - color
        if np.sqrt(np.mean(gap**2)) <= FAR:
            made.append(lossy)
            break
    data = base64.b64encode(min(made, key=len)).decode()
    return f"{match['head']}webp{match['base']}{data}"


def _fewer(whole: Image.Image, color: np.ndarray) -> Image.Image:
    """밝기나 색의 가짓수를 줄인 것."""
    if (color == color[..., :1]).all():
        step = 256 // GRAYS
        gray = color[..., 0] // step * step + step // 2
        return Image.fromarray(gray).convert("RGB")
    return whole.quantize(COLORS, dither=Image.Dither.NONE).convert("RGB")


def _webp(image: Image.Image, **options) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", method=6, **options)
    return buffer.getvalue()
