"""모델을 쓰는 요소에, 모델과 실행기를 어디서 받는지 적는다."""

from sitegen.faces import web
from sitegen.faces.models import place
from sitegen.stages.context import Context


def run(html: str, context: Context) -> str:
    if "data-models=" not in html:
        return html
    worker = f"{web.FOLDER}/{context.scripts['model.worker.ts']}"
    return place.place(html, context.base, worker, context.path)
