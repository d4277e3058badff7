// Marks characters in code that look like a space but are not, as copied from a web page or typed with another keyboard.
import type { Extension } from '@codemirror/state';
import { Decoration, EditorView, MatchDecorator, ViewPlugin } from '@codemirror/view';

/** All Unicode spaces except the ordinary one, and letters that are drawn as nothing. */
const STRANGE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0]/g;

const NAMES: Readonly<Record<string, string>> = { '\u00a0': 'Non-breaking space', '\u3000': 'Ideographic space' };

const decorator = new MatchDecorator({
  regexp: STRANGE,
  decoration: ([space = '']) => {
    const code = space.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    const title = `${NAMES[space] ?? 'Unusual space'} (U+${code}): type a space instead`;
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
