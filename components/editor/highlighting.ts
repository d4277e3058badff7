// Syntax colours; they are custom properties, like those of the theme.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { type Highlighter, tags } from '@lezer/highlight';

const color = (name: string) => `var(--_code-${name})`;

const style = HighlightStyle.define([
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

export const highlighting: Extension = syntaxHighlighting(style);

/** For use without an editor: class names for tokens, and their style rules. */
export const codeClasses: Highlighter = style;
export const codeRules = (): string => style.module?.getRules() ?? '';
