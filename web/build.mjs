// node web/build.mjs --outdir .cache/web
//
// web/*.worker.ts는 따로 도는 일꾼으로, web/main.ts는 모든 쪽에 실리는 모듈로 묶는다.
// main.ts가 import()하는 것은 저마다 조각이 된다. 간 곳은 manifest.json에 적는다.

import { readdir, rename, writeFile } from "node:fs/promises"
import { basename, join, relative } from "node:path"
import { parseArgs } from "node:util"
import { build } from "esbuild"

const { values } = parseArgs({ options: { outdir: { type: "string" } } })
const root = import.meta.dirname
const sources = (await readdir(root)).filter((name) => name.endsWith(".ts"))

const common = {
  bundle: true,
  minify: true,
  metafile: true,
  charset: "utf8",
  target: "es2022",
  outdir: values.outdir,
  entryNames: "[name].[hash]",
  chunkNames: "[name].[hash]",
  logLevel: "warning",
}
const workers = sources.filter((name) => name.endsWith(".worker.ts"))
const modules = sources.filter((name) => name === "main.ts")
const entries = (names) => names.map((name) => join(root, name))

const results = await Promise.all([
  build({ ...common, entryPoints: entries(workers), format: "iife" }),
  build({ ...common, entryPoints: entries(modules), format: "esm", splitting: true }),
])

const manifest = { entries: {}, files: [] }
for (const { metafile } of results) {
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    const file = relative(values.outdir, path)
    manifest.files.push(file)
    if (entryPoint) manifest.entries[basename(entryPoint)] = file
  }
}
// 다 쓴 다음에야 보이게 한다. 나란히 짓는 쪽이 이것을 보고 다 되었는지 안다.
const path = join(values.outdir, "manifest.json")
await writeFile(`${path}.${process.pid}`, JSON.stringify(manifest, null, 2))
await rename(`${path}.${process.pid}`, path)
