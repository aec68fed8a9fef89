// 표준 입력의 획 묶음마다 web/digit/raster.ts가 만드는 픽셀을 적는다.
import { text } from "node:stream/consumers"
import { rasterize } from "../../web/digit/raster.ts"

const drawings = JSON.parse(await text(process.stdin))
console.log(JSON.stringify(drawings.map(rasterize)))
