"""Material의 검색창에 이 책의 일꾼을 물린다."""

import re

from sitegen.faces import web
from sitegen.stages.context import Context

WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")


def uses(context: Context) -> str:
    return context.scripts["search.worker.ts"]


def run(html: str, context: Context) -> str:
    return WORKER.sub(f"{web.FOLDER}/{context.scripts['search.worker.ts']}", html)
