"""글꼴을 이을 자리를 비워 둔다. 무슨 글자가 보이는지는 다 지은 뒤에야 안다."""

from sitegen.stages.context import Context

PLACE = "<!-- Gaeron Sans -->"
CHARSET = '<meta charset="utf-8">'


def run(html: str, context: Context) -> str:
    return html.replace(CHARSET, CHARSET + PLACE, 1)
