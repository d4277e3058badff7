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
const own = await import('code-room');
const tags = Object.values(own).filter(({ tag }) => typeof tag === 'string');
await Promise.all(tags.map(({ tag }) => customElements.whenDefined(tag)));
Object.assign(window, {
  copies: {
    versions: [version, script.version],
    runnable: [script.runnableLanguages(), own.runnableLanguages()],
    // Of the copy that has the rooms are their parts, too.
    strange: tags.filter((type) => customElements.get(type.tag) !== type).map(({ tag }) => tag),
  },
});
