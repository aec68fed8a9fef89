"""axe로 본 접근성."""

from sitegen.book import site

AXE = site.ROOT / "node_modules" / "axe-core" / "axe.min.js"
# 나타나는 도중의 글자는 빛깔이 옅다. 화면 밖에서 멈추어 있는 것은 오래 기다리지 않는다
STILL = """() => Promise.race([
  Promise.allSettled(document.getAnimations().map((a) => a.finished)),
  new Promise((done) => setTimeout(done, 1000)),
])"""


def violations(page, where: str = "html") -> list[str]:
    """어긋난 것마다 규칙, 자리, HTML. 페이지의 보안 정책을 건드리지 않고 넣는다."""
    page.evaluate(STILL)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    run = "where => axe.run(where, {resultTypes: ['violations']})"
    return [
        f"{v['id']}: {n['target']} {n['html'][:160]}"
        for v in page.evaluate(run, where)["violations"]
        for n in v["nodes"]
    ]
