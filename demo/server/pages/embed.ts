/** The page about embedding: code to copy, and the running result. */
import { html, raw } from 'hono/html';
import { type Html, layout } from './layout.js';

interface EmbedOptions {
  /** Origin of the element and its rooms. */
  origin: string;
  /** Id of a new open room; where open rooms are disabled, the element is a local room. */
  tryRoom?: string;
}

/** The code that is shown is also the code that runs. */
function snippet({ origin, tryRoom }: EmbedOptions): string {
  return `<script type="module" src="${origin}/code-room.js"></script>

<code-room${tryRoom ? ` room="${tryRoom}"` : ''} language="python">
  <script type="text/python" slot="code">
for name in ["Ada", "Grace"]:
    print(f"Hello {name}, from a page of your own!")
  </script>
</code-room>`;
}

const ATTRIBUTES = [
  [
    'room',
    'Name of the room. Everybody who uses the same name on the same host is in the same room. Without it: a room for one person, without a server.',
  ],
  ['host', 'Origin of the rooms. Default: the origin that the script came from.'],
  ['token', 'Opens a room made by the API. Set the property getToken to renew it.'],
  ['name', 'How the others see you. It can be changed in the room.'],
  ['language', 'Language of a room that is new.'],
  ['theme', 'light or dark; auto, the default, follows the page’s own color-scheme.'],
  ['readonly', 'The visitor can read, but not edit.'],
];

const KEYS = [
  ['Ctrl Enter, ⌘ Enter', 'Runs the file, from anywhere in the room.'],
  ['F8', 'Goes to the line in which the last run failed.'],
  ['Shift F8', 'Goes to the next person’s cursor.'],
  ['Esc, then Tab', 'Leaves the editor. Tab alone does so until you have written or clicked in it.'],
  ['Ctrl D', 'In the answer field: tells the program that there is no more input.'],
  ['Enter, Esc', 'In a name: keeps the new name, or the old one, and goes to the editor.'],
];

export function embedPage(options: EmbedOptions): Html {
  const { origin } = options;
  const lines = snippet(options);
  const socket = origin.replace(/^http/, 'ws');
  return layout({
    title: 'Embed code-room',
    description: 'Put a live coding room into your own page with one script and one tag.',
    here: '/embed',
    body: html`<div class="wrap">
<h1 class="page-title">Put a room in your page</h1>
<p class="lead">One script, one tag. ${options.tryRoom ? 'Paste these lines into any page and open it: it joins the room you see below.' : 'Paste these lines into any page.'}</p>
${codeBlock('lines', lines, 'HTML')}
<h2 class="section-title">The same lines, running here</h2>
<div class="embedded mt-3">${raw(lines)}</div>
<h2 class="section-title">Attributes</h2>
<dl class="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-[7rem_1fr]">${ATTRIBUTES.map(([name, text]) => html`<dt><code>${name}</code></dt><dd class="text-quiet">${text}</dd>`)}</dl>
<h2 class="section-title">Talk to it</h2>
<p class="prose">It is an ordinary HTML element: read and set its properties, call its methods, listen to its events.</p>
${codeBlock(
  'script',
  `const room = document.querySelector('code-room');
room.value = 'print(6 * 7)';
const { state } = await room.run();
document.title = state === 'done' ? room.output : 'It did not run';`,
  'JavaScript',
)}
<h2 class="section-title">Keys</h2>
<dl class="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_1fr]">${KEYS.map(([key, text]) => html`<dt><kbd>${key}</kbd></dt><dd class="text-quiet">${text}</dd>`)}</dl>
<h2 class="section-title">If your page has a content security policy</h2>
<p class="prose">Allow these three sources. Nothing else is needed: no inline scripts, no eval, no isolation headers.</p>
${codeBlock('policy', `script-src ${origin}; connect-src ${origin} ${socket}; frame-src ${origin}`, 'policy')}
<h2 class="section-title">Rooms that open only with a token</h2>
<p class="prose">A room with only a name is open to everybody who knows the name. For real interviews, make rooms over <a href="/docs">HTTP</a>: set <code>room</code> to the id and <code>token</code> to the person’s token.</p>
</div>`,
  });
}

/** A code block with a copy button. */
export function codeBlock(id: string, text: string, what: string): Html {
  return html`<div class="code-block"><pre tabindex="0" aria-label="${what}"><code id="${id}">${text}</code></pre><copy-text from="${id}" what="${what}"></copy-text></div>`;
}
