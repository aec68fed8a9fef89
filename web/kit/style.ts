// 모든 실험 도구의 모양. 빛깔(--c0 …)은 widgets.css가 밝기에 맞추어 준다.
// 굵은 글씨는 숫자에만 쓴다. 한글까지 굵게 하면 굵은 글꼴을 더 받아야 한다.

export const STYLE = `
:host { position: relative; display: block; container-type: inline-size; font-size: .75rem; line-height: 1.6; font-variant-numeric: tabular-nums; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.frame { border: 1px solid var(--book-line); border-radius: .3rem; padding: .8rem; font-family: var(--book-later-font); }
.columns { display: grid; gap: .4rem 1rem; }
.columns > * { min-width: 0; }
.controls { display: flex; flex-wrap: wrap; gap: .35rem; align-items: center; margin-top: .6rem; }
.title { margin: 0; }
.hint { margin: .6rem 0 0; color: var(--book-soft); font-size: .65rem; }
.live { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
@container (min-width: 600px) {
  .columns { grid-template-columns: 1fr 1fr; }
}

svg { display: block; width: 100%; height: 300px; overflow: visible; touch-action: pan-y; user-select: none; -webkit-user-select: none; }
svg text { fill: var(--c-text); font-size: 12px; }
.axes path { stroke: var(--c-grid); }
.axes text { fill: var(--book-soft); }
.axes .name { fill: var(--c-text); }
.middle { text-anchor: middle; }
.end { text-anchor: end; }
.ground { fill: transparent; stroke: var(--c-axis); }
.inside { pointer-events: none; }
.contour { fill: none; stroke: var(--c5); stroke-opacity: .75; }

.handle { cursor: grab; outline: none; }
.handle.held { cursor: grabbing; }
.handle .reach { fill: transparent; }
.handle path { stroke: var(--book-paper); stroke-width: 2; }
.handle:hover .reach, .handle.held .reach { fill: var(--c-axis); fill-opacity: .18; }
.handle:focus-visible .reach { stroke: var(--book-accent); stroke-width: 2; }

button {
  min-height: 2rem; padding: .2rem .55rem; border: 1px solid var(--book-line); border-radius: .3rem;
  background: var(--book-paper); color: var(--book-ink); font: inherit; cursor: pointer;
}
button:hover:not(:disabled) { border-color: var(--book-accent); color: var(--book-accent); }
button.primary { min-width: 3.4rem; border-color: var(--book-accent); color: var(--book-accent); }
button:disabled { color: var(--book-soft); cursor: default; }
:is(button, input, select):focus-visible { outline: 2px solid var(--book-accent); outline-offset: 2px; }

.choice { display: flex; flex-wrap: wrap; border: 1px solid var(--book-line); border-radius: .3rem; overflow: hidden; }
.choice label { position: relative; flex: auto; padding: .2rem .7rem; text-align: center; cursor: pointer; }
.choice label + label { border-inline-start: 1px solid var(--book-line); }
.choice input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
.choice label:has(:checked) { background: var(--book-wash); color: var(--book-accent); }
.choice label:has(:focus-visible) { outline: 2px solid var(--book-accent); outline-offset: -2px; }

.slider { display: grid; grid-template-columns: 1fr auto; align-self: start; flex: 1 1 5rem; }
.slider .name { color: var(--book-soft); }
.slider .value { font-weight: 700; }
.slider .track { position: relative; grid-column: 1 / -1; display: block; }
.slider input {
  appearance: none; -webkit-appearance: none; display: block; width: 100%; height: 1.6rem; margin: 0;
  border-radius: .3rem; background: none; cursor: pointer;
}
.slider input::-webkit-slider-runnable-track { height: 4px; border-radius: 2px; background: var(--c-grid); }
.slider input::-moz-range-track { height: 4px; border-radius: 2px; background: var(--c-grid); }
.slider input::-webkit-slider-thumb {
  -webkit-appearance: none; width: 20px; height: 20px; margin-top: -8px; border: 2px solid var(--book-paper);
  border-radius: 50%; background: var(--book-accent);
}
.slider input::-moz-range-thumb {
  width: 16px; height: 16px; border: 2px solid var(--book-paper); border-radius: 50%; background: var(--book-accent);
}
.flag {
  position: absolute; top: 50%; left: calc(10px + (100% - 20px) * var(--part)); padding-top: .8rem;
  border-inline-start: 2px solid var(--c1); margin-inline-start: -1px; margin-top: -.4rem; padding-inline-start: .3rem;
  color: var(--c-text); font-size: .65rem; line-height: 1; pointer-events: none; white-space: nowrap;
}
.slider:has(.flag:not([hidden])) { padding-bottom: .6rem; }

.readout { display: flex; flex-wrap: wrap; gap: 0 1.2rem; margin: .3rem 0 0; min-height: 1.6em; }
.readout b { font-weight: 700; }
.soft { color: var(--book-soft); }
`
