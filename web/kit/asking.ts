// 그리고 미는 동안 모델에게 묻기. 언제나 하나씩 묻고, 답을 기다리는 동안 바뀐 것은 마지막 것만
// 묻는다. 처음에는 모델을 받고, 못 받으면 까닭을 말하고 다시 받게 한다.

import { button } from "./controls.ts"
import { html } from "./dom.ts"
import { type Answer, type Inputs, type Model, ModelError, useModel } from "./model.ts"

export interface Desk {
  /** 지금 물을 모델의 이름 */
  model(): string
  /** 지금 물을 것. 물을 것이 없으면 undefined */
  question(): Inputs | undefined
  show(answer: Answer, inputs: Inputs): void
  /** 받는 동안과 못 했을 때 할 말 */
  say(text: string): void
  /** 받은 몫. 다 받았거나 못 받았으면 null */
  progress(part: number | null): void
  /** 다시 받기를 권하거나 거둔다 */
  retry(offered: boolean): void
  /** 받는 동안, 그리고 못 받았을 때 덧붙일 말 */
  meanwhile?: string
  kept?: string
}

/** 말, 받은 몫, 다시 받기를 보이는 자리 */
export class Waiting {
  readonly status = html("p", { class: "status", role: "status" })
  private readonly bar = html("progress", {
    max: 1,
    value: 0,
    "aria-label": "받은 양",
    hidden: true,
  })
  private readonly again: HTMLButtonElement

  constructor(ask: () => void) {
    this.again = button("다시 받기", ask)
    this.again.hidden = true
  }

  get nodes(): Node[] {
    return [this.status, this.bar, this.again]
  }

  get desk(): Pick<Desk, "say" | "progress" | "retry"> {
    return {
      say: (text) => (this.status.textContent = text),
      progress: (part) => {
        this.bar.hidden = part === null
        this.bar.value = part ?? 0
      },
      retry: (offered) => (this.again.hidden = !offered),
    }
  }
}

const join = (...said: (string | undefined)[]) => said.filter(Boolean).join(" ")
const frame = () => new Promise(requestAnimationFrame)

export class Asking {
  private readonly desk: Desk
  private readonly models = new Map<string, Model>()
  private stale = false
  private running = false

  constructor(desk: Desk) {
    this.desk = desk
  }

  /** 받아 둔 모델이 있는가 */
  get ready(): boolean {
    return this.models.size > 0
  }

  async ask() {
    this.stale = true
    if (this.running) return
    this.running = true
    try {
      while (this.stale) {
        await frame()
        this.stale = false
        const name = this.desk.model()
        const model = this.models.get(name) ?? (await this.receive(name))
        // 받는 동안 그은 것까지 묻는다
        const inputs = this.desk.model() === name ? this.desk.question() : undefined
        if (inputs) this.desk.show(await model.run(inputs), inputs)
      }
    } catch (error) {
      this.models.clear()
      this.desk.retry(true)
      const why = error instanceof ModelError ? error.message : `${error}`
      this.desk.say(join(why, this.desk.kept))
    } finally {
      this.running = false
    }
  }

  private async receive(name: string): Promise<Model> {
    this.desk.retry(false)
    this.desk.progress(0)
    this.desk.say(join("모델과 실행기를 받는 중이다.", this.desk.meanwhile))
    try {
      const onProgress = (received: number, total: number) =>
        this.desk.progress(received / total)
      const model = await useModel(name, { onProgress })
      this.models.set(name, model)
      this.desk.say("준비되었다.")
      return model
    } finally {
      this.desk.progress(null)
    }
  }
}
