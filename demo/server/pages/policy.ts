/** The form that builds a Content-Security-Policy, and what it gives. Works without scripts, by its address. */
import { html } from 'hono/html';
import { type EmbedPolicy, NONCE, type PolicyWish, SCRIPT_WAYS, type ScriptWay } from '../embed-policy.js';
import { codeBlock } from './code-block.js';
import { type Html, unreachable } from './layout.js';

const WAYS: Readonly<Record<ScriptWay, string>> = {
  host: 'names the origin of the script',
  nonce: 'gives each answer a nonce of its own',
  hash: 'lists hashes of its inline scripts',
};

/** `built` is a policy, or a sentence that says what is wrong. */
export function policyForm(wish: PolicyWish, built: EmbedPolicy | string): Html {
  const address = (name: 'packages' | 'packs' | 'runner', label: string, example: string) =>
    html`<label class="field">${label}<input type="url" name="${name}" value="${wish[name]}" placeholder="${example}" maxlength="500" autocomplete="off"></label>`;
  const tick = (name: string, checked: boolean, label: string) =>
    html`<label class="flex min-h-6 items-center gap-2.5 text-[0.9375rem]"><input type="checkbox" name="${name}" value="on" class="size-4.5 shrink-0 accent-accent"${checked ? html` checked` : ''}><span>${label}</span></label>`;
  return html`<form action="/embed/policy" class="card mt-6 grid gap-4 p-4 sm:grid-cols-2" hx-get="/embed/policy" hx-trigger="input delay:200ms, submit" hx-target="#policy" hx-swap="innerHTML">
<label class="field">Your host<input type="url" name="host" value="${wish.host}" required maxlength="500" autocomplete="off"></label>
<label class="field">Your page<select name="scripts">${SCRIPT_WAYS.map((way) => html`<option value="${way}"${way === wish.scripts ? html` selected` : ''}>${WAYS[way]}</option>`)}</select></label>
${address('packages', 'Python packages from (optional)', 'https://files.example/python/')}
${address('packs', 'Language packs from (optional)', 'https://files.example/packs/')}
${address('runner', 'Sandbox at (optional)', 'https://sandbox.example/')}
<div class="grid content-end gap-2">${tick('trusted', wish.trusted, 'Trusted Types are required')}${tick('report', wish.reportOnly, 'Only report, to try it first')}</div>
<div class="sm:col-span-2"><button class="button">Build the policy</button></div>
${unreachable('sm:col-span-2')}
</form>
<div id="policy" aria-live="polite">${builtPolicy(built)}</div>`;
}

export function builtPolicy(built: EmbedPolicy | string): Html {
  if (typeof built === 'string') return html`<p role="alert" class="mt-4 text-alarm">${built}</p>`;
  const { header, tag } = built;
  const nonce = tag.includes(NONCE);
  return html`<h2 class="section-title" id="header">The header</h2>
${codeBlock('policy-header', `${header.name}: ${header.value}`, 'header')}
<p>If your page has such a header already, add each source to the directive of the same name. ${nonce ? html`In place of <code>${NONCE}</code> stands what your server makes anew for each answer.` : ''}</p>
<h2 class="section-title" id="tag">In the page</h2>
${codeBlock('policy-tag', tag, 'tag')}`;
}
