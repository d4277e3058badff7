// Tab behaviour: somebody who enters the editor by Tab also leaves it by Tab. Once they type or click there, Tab indents.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Editors that got the focus by Tab: the key goes down elsewhere and comes up here. */
const pressed = new WeakSet<EditorView>();

export const tabFocus: Extension = [
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
