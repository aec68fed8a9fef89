"""지은 HTML은 표준에 맞는다."""

import json
import subprocess
import sys

from sitegen import setup, site
from sitegen.node import node

HTML_VALIDATE = site.ROOT / "node_modules/html-validate/bin/html-validate.mjs"


def test_built_html_is_valid(tmp_path):
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(tmp_path)]
    subprocess.run(command, cwd=site.ROOT, env=setup.environment(), check=True)
    report = tmp_path / "report.json"
    node(
        str(HTML_VALIDATE),
        "--config",
        str(site.ROOT / ".htmlvalidate.json"),
        "--formatter",
        f"json={report}",
        str(tmp_path / "**/*.html"),
    )
    found = [
        f"{result['filePath']}:{m['line']}: {m['ruleId']}: {m['message']}"
        for result in json.loads(report.read_text(encoding="utf-8"))
        for m in result["messages"]
    ]
    assert not found, "\n".join(found[:40])
