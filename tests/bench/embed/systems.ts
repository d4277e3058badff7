/** What people would take instead, each as somebody would embed it who follows its own documents: the page's lines are counted, and run. */

export interface System {
  id: 'code-room' | 'codemirror' | 'monaco' | 'playground' | 'pyscript';
  name: string;
  note: string;
  /** What stands in the page. */
  html: string;
  /** What is bundled for it; empty where nothing is. */
  script: string;
  /** Adds more editors to the page, for the bench alone: `more(count)`. */
  more: string;
  shared: boolean;
  runs: boolean;
}

/** The pages' server puts addresses and names in these places. */
export const [HOST, ROOM, SOCKET] = ['__HOST__', '__ROOM__', '__SOCKET__'];

const boxes = (make: string) => `
window.more = async (count) => {
  for (let n = 0; n < count; n++) {
    const box = document.createElement('div');
    box.style.height = '200px';
    document.body.append(box);
    ${make}
  }
};`;

const yjs = `import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
`;

const joined = `const doc = new Y.Doc();
const text = doc.getText('code');
const provider = new WebsocketProvider('${SOCKET}', '${ROOM}', doc);
provider.awareness.setLocalStateField('user', { name: 'Ada', color: '#0b63c5' });
`;

export const SYSTEMS: readonly System[] = [
  {
    id: 'code-room',
    name: 'code-room',
    note: 'one tag, its room on PartyKit’s engine.',
    html: `<script type="module" src="${HOST}/code-room.js"></script>
<code-room room="${ROOM}" name="Ada"></code-room>`,
    script: '',
    more: boxes(`box.append(Object.assign(document.createElement('code-room'), { host: '${HOST}' }));`),
    shared: true,
    runs: true,
  },
  {
    id: 'codemirror',
    name: 'CodeMirror + y-websocket',
    note: '`basicSetup`, Python, y-codemirror.next and y-websocket put together by hand, bundled by esbuild; it runs nothing and keeps nothing.',
    html: `<div id="editor" style="height: 20rem"></div>
<script type="module" src="/out/codemirror/entry.js"></script>`,
    script: `import { python } from '@codemirror/lang-python';
import { basicSetup, EditorView } from 'codemirror';
import { yCollab } from 'y-codemirror.next';
${yjs}
${joined}
const extensions = [basicSetup, python(), yCollab(text, provider.awareness)];
new EditorView({ doc: text.toString(), extensions, parent: document.querySelector('#editor') });
`,
    more: boxes(`const own = new Y.Doc().getText('code');
    new EditorView({ extensions: [basicSetup, python(), yCollab(own, null)], parent: box });`),
    shared: true,
    runs: false,
  },
  {
    id: 'monaco',
    name: 'Monaco + y-monaco',
    note: '`monaco-editor` as a whole, y-monaco and y-websocket by hand, bundled by esbuild with its worker; it runs nothing and keeps nothing.',
    html: `<link rel="stylesheet" href="/out/monaco/entry.css">
<div id="editor" style="height: 20rem"></div>
<script type="module" src="/out/monaco/entry.js"></script>`,
    script: `import * as monaco from 'monaco-editor';
import { MonacoBinding } from 'y-monaco';
${yjs}
${joined}
self.MonacoEnvironment = { getWorker: () => new Worker('/out/monaco-worker/worker.js', { type: 'module' }) };
const options = { value: '', language: 'python', automaticLayout: true };
const editor = monaco.editor.create(document.querySelector('#editor'), options);
new MonacoBinding(text, editor.getModel(), new Set([editor]), provider.awareness);
`,
    more: boxes(`const one = monaco.editor.create(box, { value: '', language: 'python', automaticLayout: true });
    new MonacoBinding(new Y.Doc().getText('code'), one.getModel(), new Set([one]), null);`),
    shared: true,
    runs: false,
  },
  {
    id: 'playground',
    name: 'playground-elements',
    note: '`<playground-ide>` with one script, bundled by esbuild; for one person. It runs pages in JavaScript and TypeScript, Python it does not know.',
    html: `<playground-ide editable-file-system line-numbers sandbox-base-url="/sandbox/">
  <script type="sample/ts" filename="index.ts"></script>
</playground-ide>
<script type="module" src="/out/playground/entry.js"></script>`,
    script: `import 'playground-elements/playground-ide.js';
`,
    more: boxes(`const one = document.createElement('playground-ide');
    one.sandboxBaseUrl = '/sandbox/';
    one.config = { files: { 'index.ts': { content: '' } } };
    box.append(one);`),
    shared: false,
    runs: false,
  },
  {
    id: 'pyscript',
    name: 'PyScript editor',
    note: '`<script type="py-editor">` of @pyscript/core, with Pyodide from the same server; for one person.',
    html: `<link rel="stylesheet" href="/pyscript/core.css">
<script type="module" src="/pyscript/core.js"></script>
<script type="py-editor" config='{"interpreter": "/pyodide/pyodide.mjs"}'>

</script>`,
    script: '',
    more: boxes(`const one = document.createElement('script');
    one.type = 'py-editor';
    one.setAttribute('config', '{"interpreter": "/pyodide/pyodide.mjs"}');
    one.textContent = '\\n';
    box.append(one);`),
    shared: false,
    runs: true,
  },
];

/** Lines that somebody writes to have it in a page. */
export function linesOf({ html, script }: System): number {
  return `${html}\n${script}`.split('\n').filter((line) => line.trim() !== '').length;
}
