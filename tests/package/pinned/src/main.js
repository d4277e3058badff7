// A page with an editor of its own, of other versions of the same packages, and with a second copy of the element.
import { defaultKeymap, history } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { registerLanguage, version } from 'code-room';
import 'code-room/define';

const state = EditorState.create({ doc: 'own', extensions: [history(), keymap.of(defaultKeymap)] });
new EditorView({ state, parent: document.querySelector('#own') });

const script = await import('http://127.0.0.1:1999/code-room.js');
// What either copy registers, the elements of the other can run.
registerLanguage({ id: 'shout', label: 'Shout', run: async () => 'done' });
script.registerLanguage({ id: 'whisper', label: 'Whisper', run: async () => 'done' });
Object.assign(window, {
  copies: {
    versions: [version, script.version],
    runnable: [script.runnableLanguages(), (await import('code-room')).runnableLanguages()],
  },
});
