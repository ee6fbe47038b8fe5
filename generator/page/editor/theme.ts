// How the editor looks: by the page's variables, which reach into its shadow root, so it is light and dark as the page is.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const edge = '1px solid var(--edge)'
const underline = (colour: string) => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline wavy 1.5px var(--${colour})`,
  textUnderlineOffset: '3px',
  textDecorationSkipInk: 'none',
})
const gutterMark = (colour: string) => ({
  content: '""',
  width: '.7em',
  height: '.7em',
  margin: '.45em .15em 0',
  background: `var(--${colour})`,
})

const LOOK = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--sheet)',
    border: edge,
    borderRadius: '.6rem',
    overflow: 'hidden',
  },
  // Forced colours leave out shadows and show an outline that is transparent otherwise.
  '&.cm-focused': {
    outline: '3px solid transparent',
    borderColor: 'var(--accent)',
    boxShadow: '0 0 0 2px var(--accent)',
  },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontSize: '.9375rem',
    lineHeight: '1.6',
    maxHeight: '80vh',
  },
  '.cm-content, .cm-gutter': { minHeight: '14rem' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '.6rem 0' },
  '.cm-line': { padding: '0 .85rem 0 .5rem' },
  '.cm-gutters': { color: 'var(--soft)', backgroundColor: 'var(--paper)', borderRight: '1px solid var(--line)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 .5rem 0 .3rem', minWidth: '2.2rem' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent-soft) 45%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--ink)', backgroundColor: 'var(--accent-soft)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--accent)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', outline: '1px dashed var(--bad)' },
  '.cm-gutter-lint': { width: '1.1rem' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  '.cm-lint-marker-error': { ...gutterMark('bad'), borderRadius: '50%' },
  '.cm-lint-marker-warning': { ...gutterMark('warn'), clipPath: 'polygon(50% 0, 100% 100%, 0 100%)' },
  '.cm-lintRange-error': underline('bad'),
  '.cm-lintRange-warning': underline('warn'),
  '.cm-lintRange-active': { backgroundColor: 'var(--warn-soft)' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--sheet)',
    border: edge,
    borderRadius: '.45rem',
    boxShadow: '0 .3rem 1rem rgb(0 0 0 / .18)',
    font: '.9375rem/1.45 system-ui, sans-serif',
    maxWidth: 'min(34rem, 92vw)',
    overflow: 'hidden',
  },
  '.cp-help': { padding: '.45rem .7rem', overflowWrap: 'anywhere' },
  '.cm-diagnostic': {
    padding: '.45rem .7rem',
    borderLeft: '4px solid var(--edge)',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warn)' },
  '.cm-diagnostic p': { margin: '0' },
  '.cm-diagnostic .cp-message': { fontWeight: '600' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16em', minWidth: '12rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '.2rem .7rem', minHeight: '24px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--accent-ink)',
    backgroundColor: 'var(--accent)',
  },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionDetail': { color: 'var(--soft)', fontStyle: 'normal', fontFamily: 'system-ui, sans-serif' },
  '.cm-completionMatchedText': { fontWeight: '700', textDecoration: 'underline' },
  '.cm-completionInfo': { padding: '.45rem .7rem', whiteSpace: 'normal' },
  '.cm-panels': { color: 'var(--ink)', backgroundColor: 'var(--paper)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-panel.cm-search': { padding: '.4rem 2.2rem .4rem .6rem', fontSize: '.9375rem' },
  '.cm-panel.cm-panel-lint ul [aria-selected], .cm-panel.cm-panel-lint ul:focus [aria-selected]': {
    color: 'var(--ink)',
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-panel.cm-panel-lint ul': { maxHeight: '10rem' },
  '.cm-panel button, .cm-panel.cm-search [name=close], .cm-panel.cm-panel-lint [name=close]': {
    minWidth: '24px',
    minHeight: '24px',
    color: 'inherit',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    border: edge,
    borderRadius: '.35rem',
  },
  '.cm-textfield': {
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    border: edge,
    borderRadius: '.35rem',
    minHeight: '24px',
  },
  '.cm-panel :focus-visible': { outline: '3px solid var(--accent)', outlineOffset: '1px' },
  '.cm-searchMatch': { backgroundColor: 'transparent', outline: '1px solid var(--lamp)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--warn-soft)' },
  '@media (forced-colors: active)': {
    '.cm-lint-marker-error, .cm-lint-marker-warning': { forcedColorAdjust: 'none', background: 'CanvasText' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
    },
  },
})

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--soft)', fontStyle: 'italic' },
  { tag: [tags.keyword, tags.typeName, tags.labelName, tags.meta], color: 'var(--warn)' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: 'var(--soft)' },
])

export const theme = (): Extension => [LOOK, syntaxHighlighting(COLOURS)]
