"""지은 HTML은 표준에 맞는다."""

import json

from sitegen.base.node import node
from sitegen.book import site
from tests.browser.conftest import SITE, wait_for_site

HTML_VALIDATE = site.ROOT / "node_modules/html-validate/bin/html-validate.mjs"


def test_built_html_is_valid(tmp_path, testrun_uid):
    wait_for_site(testrun_uid)
    report = tmp_path / "report.json"
    node(
        str(HTML_VALIDATE),
        "--config",
        str(site.ROOT / ".htmlvalidate.json"),
        "--formatter",
        f"json={report}",
        str(SITE / "**/*.html"),
    )
    found = [
        f"{result['filePath']}:{m['line']}: {m['ruleId']}: {m['message']}"
        for result in json.loads(report.read_text(encoding="utf-8"))
        for m in result["messages"]
    ]
    assert not found, "\n".join(found[:40])
