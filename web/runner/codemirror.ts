// 진짜 편집기. 읽는 이가 코드를 처음 고칠 때에만 받는다.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands"
import { python } from "@codemirror/lang-python"
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language"
import { drawSelection, EditorView, keymap } from "@codemirror/view"
import { tags } from "@lezer/highlight"

export interface Real {
  set(text: string): void
  focus(): void
  close(): void
}

interface Options {
  label: string
  selection: [number, number]
  onChange(text: string): void
  onRun(): void
}

const hue = (name: string) => `var(--md-code-hl-${name}-color)`
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: hue("keyword") },
  { tag: tags.string, color: hue("string") },
  { tag: tags.number, color: hue("number") },
  { tag: [tags.bool, tags.null], color: hue("constant") },
  {
    tag: [tags.function(tags.definition(tags.variableName)), tags.className],
    color: hue("function"),
  },
  { tag: tags.comment, color: hue("comment") },
])
const look = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "var(--md-code-fg-color)" },
  "&.cm-focused": { outline: "2px solid var(--md-accent-fg-color)" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit", overflowX: "auto" },
  ".cm-content": { padding: "0.5em 0", caretColor: "var(--md-code-fg-color)" },
  ".cm-line": { padding: "0 1.1764705882em" },
  ".cm-cursor": { borderLeftColor: "var(--md-code-fg-color)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--md-accent-fg-color--transparent) !important",
  },
  "&.cm-focused .cm-matchingBracket": {
    background: "none",
    outline: "1px solid currentcolor",
  },
})

export function open(parent: HTMLElement, text: string, options: Options): Real {
  const run = () => {
    options.onRun()
    return true
  }
  const doc = text.replace(/\n$/, "")
  const [anchor, head] = options.selection.map((at) => Math.min(at, doc.length))
  const view = new EditorView({
    parent,
    doc,
    selection: { anchor: anchor!, head: head! },
    extensions: [
      // Tab은 다음 단추로 가는 글쇠로 남긴다. 들여쓰기는 Enter가 맞추어 준다.
      keymap.of([{ key: "Mod-Enter", run }, ...defaultKeymap, ...historyKeymap]),
      history(),
      drawSelection(),
      indentUnit.of("    "),
      indentOnInput(),
      bracketMatching(),
      python(),
      syntaxHighlighting(colours),
      look,
      EditorView.contentAttributes.of({ "aria-label": options.label }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onChange(update.state.doc.toString())
      }),
    ],
  })
  view.scrollDOM.tabIndex = 0 // 옆으로 긴 코드를 글쇠로도 밀 수 있게
  return {
    set(text) {
      const changes = { from: 0, to: view.state.doc.length, insert: text }
      view.dispatch({ changes })
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  }
}
