// Marks characters in code that look like a space but are not, as copied from a web page or typed with another keyboard.
import type { Extension } from '@codemirror/state';
import { Decoration, EditorView, MatchDecorator, ViewPlugin } from '@codemirror/view';
import { t, translated, type Word, type Words } from '../wording/words.js';

/** All Unicode spaces except the ordinary one, and characters that are drawn as nothing. */
const STRANGE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0]/g;

const NAMES: Words = { '\u00a0': 'Non-breaking space', '\u3000': 'Ideographic space' } satisfies Words;

const UNUSUAL = 'Unusual space' satisfies Word;

const decorator = new MatchDecorator({
  regexp: STRANGE,
  decoration: ([space = '']) => {
    const code = (space.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const title = t('{name} (U+{code}): type a space instead', { name: translated(NAMES[space] ?? UNUSUAL), code });
    return Decoration.mark({ class: 'cm-strangeSpace', attributes: { title } });
  },
});

export const strangeSpaces: Extension = [
  ViewPlugin.define(
    (view) => ({
      spaces: decorator.createDeco(view),
      update(update) {
        this.spaces = decorator.updateDeco(update, this.spaces);
      },
    }),
    { decorations: ({ spaces }) => spaces },
  ),
  EditorView.baseTheme({
    '.cm-strangeSpace': {
      backgroundColor: 'var(--_problem)',
      outline: '1px dotted',
      outlineOffset: '-1px',
    },
  }),
];
