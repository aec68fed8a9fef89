"""페이지의 일꾼에 페이지 없이 일을 시킨다."""

DRIVER = """
async (base) => {
  const place = new URL("assets/pyodide/run.json", base)
  const guide = await (await fetch(place)).json()
  const employ = () => {
    const worker = new Worker(new URL(guide.worker, place), { type: "module" })
    worker.postMessage({ type: "boot", guide, folder: place.href })
    return worker
  }
  let worker = employ()
  let id = 0
  let broken
  const replace = () => {
    worker.terminate()
    worker = employ()
  }
  const answerBroken = (resolve) => {
    replace()
    resolve({ broken })
    broken = undefined
  }
  window.runBlock = (given) =>
    new Promise((resolve) => {
      if (broken) return answerBroken(resolve) // 앞의 것을 치우다 죽었다
      let stdout = ""
      let over
      let timer
      const figures = []
      const job = { id: ++id, name: "x.py", grading: null, deadline: 60, ...given }
      const wait = (seconds, answer) => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          replace()
          resolve({ stdout, figures, ...over, ...answer, spent: true })
        }, seconds * 1000)
      }
      worker.onmessage = ({ data }) => {
        if (data.type === "start") wait(job.deadline + 6, { silent: true })
        if (data.type === "output") stdout += data.text
        if (data.type === "broken") {
          clearTimeout(timer)
          broken = data.detail
          answerBroken(resolve)
        }
        if (data.type === "figure") figures.push(data.figure)
        if (data.type === "done") {
          over = { stdout, figures, late: data.late, ...data.done }
          wait(15, {})
        }
        if (!over || !["ready", "spent"].includes(data.type)) return
        clearTimeout(timer)
        if (data.type === "spent") replace()
        resolve({ ...over, spent: data.type === "spent" })
      }
      worker.postMessage({ type: "run", job })
    })
}
"""


def python_in(page, site_url):
    """페이지에 일꾼을 띄우고, 그 일꾼으로 코드를 돌리는 함수를 돌려준다."""
    page.goto(site_url + "dl/", wait_until="domcontentloaded")
    page.evaluate(DRIVER, site_url)

    def run(code, **options):
        job = {"code": code, "draws": False, **options}
        return page.evaluate("job => window.runBlock(job)", job)

    return run
