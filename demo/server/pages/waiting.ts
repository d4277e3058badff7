/** What somebody reads who waits to be let in, and what everybody may read about what a room keeps. */
import { html } from 'hono/html';
import type { Html } from './layout.js';

/** Each check of the page's script: what it is called, and what to do when it fails. */
const CHECKS = {
  connection: ['Connection', 'Allow WebSockets in your proxy or VPN, or try another network.'],
  workers: ['Programs run here', 'Use a current Chrome, Edge, Firefox or Safari, outside of its strictest modes.'],
  storage: ['Drafts survive a crash', 'Leave the private window. Without it all works, but keep the page open.'],
  clipboard: ['Copy by button', 'Open the page over https. Ctrl C works in any case.'],
} as const;

export function waitingPanel(): Html {
  return html`<section id="waiting" hidden aria-labelledby="waiting-title" class="mx-auto grid max-w-xl gap-6 px-4 py-12">
<div>
<h2 id="waiting-title" tabindex="-1" class="text-2xl font-semibold tracking-tight">You are at the door</h2>
<p class="mt-2 text-quiet" role="status">The interviewer sees that you are here and lets you in. This page goes on by itself.</p>
</div>
<label class="field max-w-xs">Your name<input id="waiting-name" maxlength="64" autocomplete="nickname" placeholder="Guest"><span class="font-normal text-quiet">The interviewer sees it when you leave the field.</span></label>
<div>
<h3 class="font-semibold">Is all ready on this computer?</h3>
<ul class="mt-2 grid gap-2 text-[0.9375rem]">${Object.entries(CHECKS).map(
    ([id, [name, advice]]) => html`<li data-check="${id}" class="grid grid-cols-[6rem_1fr] gap-x-3">
<span class="text-quiet" data-outcome>checking</span><span>${name}<span class="block text-sm text-alarm" data-advice hidden>${advice}</span></span></li>`,
  )}</ul>
<p class="mt-3 text-sm text-quiet">What running code needs is being fetched meanwhile.</p>
</div>
${kept(html`h3`)}
</section>`;
}

/** In the same words for candidate and interviewer; `heading` is the element its place asks for. */
export function kept(heading: Html): Html {
  return html`<div class="text-sm text-quiet">
<${heading} class="font-semibold text-ink">What this room keeps</${heading}>
<p class="mt-1 text-pretty">The code with every edit and when it was made, each run with its output, and the names people gave. Interviewers can watch it again. It is deleted <span data-until>some time after its last use</span>, or sooner by an interviewer. No recording of you, no cookies, no address, nobody else.</p>
</div>`;
}
