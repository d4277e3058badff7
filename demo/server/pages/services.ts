/** The page on which whoever runs this server sees whether each language that runs on a service works, and how to start one. */
import { html } from 'hono/html';
import { codeBlock } from './code-block.js';
import { type Html, layout, unreachable } from './layout.js';

/** One of `GET /api/runners`. */
export interface CheckedService {
  label: string;
  service: string;
  works: boolean;
  version: string;
  durationMs: number;
  sentence: string;
}

/** As demo/PRODUCTION.md has them. */
export const START_PISTON = `docker run -d --name piston --restart unless-stopped --privileged -p 127.0.0.1:2000:2000 -v piston:/piston --tmpfs /tmp:exec \\
  -e PISTON_RUN_TIMEOUT=10000 -e PISTON_COMPILE_TIMEOUT=30000 -e PISTON_RUN_CPU_TIME=10000 -e PISTON_COMPILE_CPU_TIME=30000 \\
  -e PISTON_OUTPUT_MAX_SIZE=200000 -e PISTON_RUN_MEMORY_LIMIT=536870912 -e PISTON_MAX_CONCURRENT_JOBS=8 ghcr.io/engineer-man/piston`;
export const ADD_LANGUAGES = `for package in java mono go rust kotlin ruby php; do
  curl -H 'Content-Type: application/json' -d "{\\"language\\": \\"$package\\", \\"version\\": \\"*\\"}" http://127.0.0.1:2000/api/v2/packages; done`;
export const SETTING = `CODE_ROOM_RUNNERS='{"java csharp go rust kotlin ruby php": "piston http://127.0.0.1:2000"}'`;

const AI_SETTING = `CODE_ROOM_AI_URL=http://127.0.0.1:11434/v1
CODE_ROOM_AI_MODEL=qwen3
# CODE_ROOM_AI_KEY=… where it needs one; it never leaves the server`;

export function servicesPage(needsKey: boolean, found?: Html): Html {
  const form = html`<form action="/runners" method="post" hx-post="/runners" hx-target="#runners" hx-disable="find button" class="card mt-6 flex flex-wrap items-end gap-3 p-4" aria-label="Check">
${needsKey && html`<label class="field grow basis-56">Key for making rooms<input name="key" type="password" required autocomplete="off"></label>`}
<button class="button">Check now</button>
${unreachable('w-full')}
</form>`;
  return layout({
    title: 'Languages on a server – code-room',
    description: 'Whether the languages that run on a server of one’s own work.',
    body: html`<div class="wrap">
<h1 class="page-title">Languages on a server</h1>
<p class="lead">Java, C#, Go, Rust, Kotlin, Ruby, PHP and more run on a server of yours. A check runs a short program in each of them.</p>
${form}
<div id="runners" class="mt-6" aria-live="polite">${found}</div>
<h2 class="section-title">Start Piston</h2>
<p class="prose">On this machine, and reachable from nowhere else. The container is privileged, as Piston’s sandbox needs it: give it a machine of its own if you can.</p>
${codeBlock('start-piston', START_PISTON, 'command')}
<h2 class="section-title">Add its languages</h2>
<p class="prose"><code>mono</code> has C#. <code>gcc</code> has C and C++, <code>bash</code> shell scripts, <code>swift</code> Swift.</p>
${codeBlock('add-languages', ADD_LANGUAGES, 'command')}
<h2 class="section-title">Tell code-room</h2>
<p class="prose">As an environment variable or a line of <code>.env</code>; then start the server again. An entry may also be <code>{"service": "judge0", "url": "https://judge.example", "key": "…"}</code>. The key never leaves the server.</p>
${codeBlock('runners-setting', SETTING, 'setting')}
<h2 class="section-title">AI in rooms</h2>
<p class="prose">Where a room allows AI, people ask whatever speaks as OpenAI’s chat completions do: a service, or a model on a machine of yours.</p>
${codeBlock('ai-setting', AI_SETTING, 'setting')}
</div>`,
  });
}

/** `GET /api/ai/check`. */
export interface CheckedAi {
  available: boolean;
  works: boolean;
  model: string;
  durationMs: number;
  sentence: string;
}

/** What came of asking the AI for one word, or why it was not asked. */
export function checkedAi(found: CheckedAi | string): Html {
  if (typeof found === 'string') return html`<p role="alert" class="text-alarm">${found}</p>`;
  const { available, works, model, durationMs, sentence } = found;
  if (!available) return html`<p class="mt-4">There is no AI for rooms: <code>CODE_ROOM_AI_URL</code> is not set.</p>`;
  const said = works ? `works: ${model}, ${(durationMs / 1000).toFixed(1)} s` : `does not work: ${model}`;
  return html`<p class="mt-4 border-t border-line py-2"><span class="font-medium">AI</span> <span class="${works ? '' : 'text-alarm'}">${said}</span>${sentence && html`<span class="block text-sm">${sentence}</span>`}</p>`;
}

/** What came of a check, or why there was none: a sentence. */
export function checkedServices(found: readonly CheckedService[] | string): Html {
  if (typeof found === 'string') return html`<p role="alert" class="text-alarm">${found}</p>`;
  if (found.length === 0)
    return html`<p>No language runs on a server yet: <code>CODE_ROOM_RUNNERS</code> is not set.</p>`;
  return html`<ul>${found.map(row)}</ul>`;
}

function row({ label, service, works, version, durationMs, sentence }: CheckedService): Html {
  const said = works ? `works: ${version || 'version unknown'}, ${(durationMs / 1000).toFixed(1)} s` : 'does not work';
  return html`<li class="grid gap-x-6 border-t border-line py-2 sm:grid-cols-[8rem_1fr]">
<span class="font-medium">${label}</span>
<span class="min-w-0 wrap-anywhere"><span class="${works ? '' : 'text-alarm'}">${said}</span> <span class="text-sm text-quiet">(${service === 'piston' ? 'Piston' : 'Judge0'})</span>${sentence && html`<span class="block text-sm">${sentence}</span>`}</span>
</li>`;
}
