// 실험 도구의 식을 여러 상태에서 셈한다. 입력과 출력은 JSON 한 덩이다.

import { text } from "node:stream/consumers"
import * as conv from "../../web/widgets/conv-step.math.ts"
import * as map from "../../web/widgets/gradient-map.math.ts"
import * as line from "../../web/widgets/line-fit.math.ts"

const lands = {
  quadratic: (A) => map.quadratic(A),
  himmelblau: () => map.himmelblau,
}

function trying(work) {
  try {
    return work()
  } catch (error) {
    return error.message
  }
}

const answers = {
  line: ({ points, at }) => ({
    fit: line.fit(points),
    residuals: line.residuals(points, at),
    loss: line.meanSquaredError(points, at),
    area: line.squaredSum(points, at),
  }),
  land: ({ name, A, x, lr, steps }) => {
    const land = lands[name](A)
    return {
      height: land.height(x),
      gradient: land.gradient(x),
      hessian: land.hessian(x),
      path: map.gradientDescent(land, x, lr, steps),
    }
  },
  curve: ({ A, gentle, steep, x }) => ({
    curvatures: map.curvatures(A),
    limit: map.rateLimit(A),
    tilted: map.tilted(gentle, steep),
    steepPart: map.steepPart(A, x),
  }),
  pace: ({ lr, L }) => map.pace(lr, L),
  size: ({ n, k, setting }) => trying(() => conv.outputSize(n, k, setting)),
  conv: ({ x, W, setting }) => ({
    y: conv.conv2d(x, W, setting),
    seen: conv.seen(x.length, W.length, setting),
    met: conv.meetings(x, W, setting, 0, 0),
  }),
}

const asked = JSON.parse(await text(process.stdin))
console.log(JSON.stringify(asked.map(([name, state]) => answers[name](state))))
