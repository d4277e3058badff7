// How the editor looks: all colours are custom properties, so light, dark and a page's own are one theme.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Carets must stand out on a dark ground too. */
const personInk = 'light-dark(var(--_person), color-mix(in oklab, var(--_person) 55%, white))';

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--_text)', backgroundColor: 'var(--_background)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--_code-font)', fontSize: 'var(--_code-size)', lineHeight: '1.6' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--_text)' },
  '.cm-line': { padding: '0 16px 0 8px' },
  '.cm-cursor': { borderLeft: '2px solid var(--_text)', marginLeft: '-1px' },
  '.cm-gutters': { backgroundColor: 'var(--_background)', color: 'var(--_faint)', border: 'none', paddingLeft: '6px' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '3ch' },
  '.cm-activeLine': { backgroundColor: 'var(--_line)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--_text)' },
  '&:not(.cm-focused) .cm-activeLine': { backgroundColor: 'transparent' },
  '& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { background: 'var(--_selection)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { background: 'var(--_selection)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--_match)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--_match)', outline: '1px solid var(--_faint)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: 'var(--_bad)' },
  '.cm-placeholder': { color: 'var(--_muted)', whiteSpace: 'pre-wrap' },
  '.cm-remoteSelection': { background: 'color-mix(in oklab, var(--_person) 26%, transparent)' },
  '.cm-remoteCarets': { pointerEvents: 'none', zIndex: '151 !important' },
  '.cm-remoteCaret': { width: '2px', marginLeft: '-1px', background: personInk, pointerEvents: 'auto' },
  // A wider place to point at than two pixels.
  '.cm-remoteCaret::before': { content: '""', position: 'absolute', inset: '-3px -4px 0', },
  '.cm-remoteCaret::after': {
    content: '""',
    position: 'absolute',
    top: '-3px',
    left: '-2px',
    width: '6px',
    height: '6px',
    borderRadius: '50%',
    background: personInk,
  },
  '.cm-remoteName': {
    position: 'absolute',
    bottom: '100%',
    left: '-1px',
    padding: '1px 6px',
    borderRadius: '5px 5px 5px 0',
    background: 'var(--_person)',
    color: 'white',
    font: '600 11px/1.45 var(--_font)',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    opacity: '0',
    zIndex: '1',
    animation: 'cm-remoteName 2.4s step-end',
  },
  '.cm-remoteCaret-top .cm-remoteName': { bottom: 'auto', top: '100%', borderRadius: '0 5px 5px 5px' },
  '.cm-remoteCaret:hover .cm-remoteName': { opacity: '1' },
  '@keyframes cm-remoteName': { from: { opacity: '1' }, to: { opacity: '0' } },
  '.cm-tooltip, .cm-panels': {
    color: 'var(--_text)',
    backgroundColor: 'var(--_surface)',
    border: '1px solid var(--_border)',
  },
  '.cm-tooltip': { borderRadius: '8px', overflow: 'hidden', boxShadow: '0 8px 24px rgb(0 0 0 / 0.16)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--_code-font)', fontSize: '13px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--_accent)', color: 'var(--_on-accent)' },
  '.cm-panels.cm-panels-bottom': { border: 'none', borderTop: '1px solid var(--_border)' },
  '.cm-panel.cm-search': { padding: '8px 28px 8px 10px', fontFamily: 'var(--_font)', fontSize: '13px' },
  '.cm-textfield, .cm-button': {
    color: 'inherit',
    background: 'var(--_background)',
    border: '1px solid var(--_border-strong)',
    borderRadius: '6px',
    padding: '3px 8px',
    fontSize: '13px',
  },
  '.cm-panel.cm-search [name=close]': { color: 'inherit', width: '24px', height: '24px' },
  '.cm-searchMatch': { backgroundColor: 'var(--_match)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--_accent)' },
});

const color = (name: string) => `var(--_code-${name})`;

const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.self], color: color('keyword') },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.attributeValue], color: color('string') },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.unit, tags.escape], color: color('number') },
  { tag: tags.comment, color: color('comment'), fontStyle: 'italic' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.macroName, tags.labelName],
    color: color('function'),
  },
  { tag: [tags.definition(tags.variableName), tags.definition(tags.propertyName)], color: color('function') },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.standard(tags.variableName)], color: color('type') },
  { tag: [tags.propertyName, tags.attributeName], color: color('property') },
  { tag: [tags.tagName, tags.heading, tags.meta, tags.annotation, tags.processingInstruction], color: color('tag') },
  { tag: tags.heading, fontWeight: 'bold' },
  { tag: tags.strong, fontWeight: 'bold' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.link, textDecoration: 'underline' },
  { tag: tags.invalid, color: 'var(--_bad)' },
]);

export const theme: Extension = [look, syntaxHighlighting(highlighting)];
