"""훅 하나를 시험할 만큼 작은 사이트를 짓는다."""

import json
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

HOOKS = Path(__file__).resolve().parents[2] / "sitegen" / "hooks"


def build_site(root: Path, hook: str, pages: dict[str, str], serve=False) -> Path:
    """`pages`로 지은 사이트의 폴더. 같은 `root`에 다시 지으면 덮어쓴다."""
    docs = root / "docs"
    for name, text in pages.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    settings = {
        "site_name": "작은 책",
        "site_url": "https://example.org/book/",
        "theme": {"name": "material", "language": "ko", "font": False},
        "plugins": ["search"],
        "markdown_extensions": [{"pymdownx.arithmatex": {"generic": True}}, "toc"],
        "hooks": [str(HOOKS / f"{hook}.py")],
    }
    (root / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve" if serve else "build", dirty=False)
    build(config)
    return root / "site"
