// Whoever comes into the editor by Tab passes through it by Tab; once they write or click there, Tab indents.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Tab went down elsewhere and comes up here: that is how the focus came. */
const pressed = new WeakSet<EditorView>();

export const arrival: Extension = [
  EditorView.domEventHandlers({
    keydown: ({ key }, view) => {
      if (key === 'Tab') pressed.add(view);
      return false;
    },
    keyup: ({ key }, view) => {
      if (key !== 'Tab') return false;
      if (!pressed.delete(view)) view.setTabFocusMode(true);
      return false;
    },
    blur: (_event, view) => {
      pressed.delete(view);
      view.setTabFocusMode(false);
      return false;
    },
    pointerdown: (_event, view) => {
      view.setTabFocusMode(false);
      return false;
    },
  }),
  EditorView.updateListener.of(({ view, transactions }) => {
    if (transactions.some((one) => one.isUserEvent('input') || one.isUserEvent('delete'))) view.setTabFocusMode(false);
  }),
];
