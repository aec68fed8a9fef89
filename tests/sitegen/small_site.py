"""단계 하나와 그 곁의 훅만으로, 시험할 만큼 작은 사이트를 짓는다."""

import json
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

HOOK = """\
from pathlib import Path

from sitegen.faces import web
from sitegen.hooks import events, state, {hook} as hook
from sitegen.stages import {stage} as stage
from sitegen.stages.context import Context

globals().update((k, v) for k, v in vars(hook).items() if k.startswith("on_"))
note = getattr(hook, "note", lambda *told: None)


def on_startup(command, dirty):
    state.serving = command == "serve"
    state.scripts.update(web.build().entries)


def on_post_page(output, page, config):
    context = events.context_of(page)
    output = stage.run(output, context)
    note(output, Path(page.file.abs_dest_path), context.base)
    return output


def on_post_template(output_content, template_name, config):
    if not template_name.endswith(".html"):
        return output_content
    frame = Context(template_name, base="/book/", scripts=state.scripts)
    output = stage.run(output_content, frame)
    note(output, Path(config.site_dir, template_name), "/book/")
    return output
"""


def build_site(
    root: Path, hook: str, stage: str, pages: dict[str, str], serve=False
) -> Path:
    """`pages`로 지은 사이트의 폴더. 같은 `root`에 다시 지으면 덮어쓴다."""
    docs = root / "docs"
    for name, text in pages.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    made = root / "hook.py"
    made.write_text(HOOK.format(hook=hook, stage=stage), encoding="utf-8")
    settings = {
        "site_name": "작은 책",
        "site_url": "https://example.org/book/",
        "theme": {"name": "material", "language": "ko", "font": False},
        "plugins": ["search"],
        "markdown_extensions": [{"pymdownx.arithmatex": {"generic": True}}, "toc"],
        "hooks": [str(made)],
    }
    (root / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve" if serve else "build", dirty=False)
    build(config)
    return root / "site"
