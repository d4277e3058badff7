/** The front page: what code-room is, a room to try, and the form for a new room. */
import { html, raw } from 'hono/html';
import { rich } from '../../../components/wording/rich.js';
import { t } from '../../../components/wording/words.js';
import { href } from '../spoken.js';
import { type Html, layout } from './layout.js';
import { madeRoom } from './make.js';

const SAMPLE = `
def greet(names):
    for name in names:
        print(f"Hello, {name}!")

greet(["Ada", "Grace"])
`;

interface HomeOptions {
  /** The form, or the links of the room that was created. */
  make: Html;
  /** Id of a new open room to try; where open rooms are disabled, the element is a local room. */
  tryRoom?: string;
  /** URL of the Python packages that programs may import. */
  packages?: string | undefined;
}

export function homePage({ make, tryRoom, packages }: HomeOptions): Html {
  return layout({
    title: t('code-room: code together, see the same run'),
    description: t(
      'A live coding room in the browser: people edit the same code, run it safely, and all see the same run. No accounts, nothing to install.',
    ),
    head: html`<script type="module" src="/code-room.js"></script>`,
    body: html`<div class="wrap">
<section class="pt-5 pb-6 sm:pt-6">
<h1 class="text-4xl font-semibold tracking-[-0.03em] text-balance sm:text-5xl">${t('Code together. See the same run.')}</h1>
<p class="mt-4 max-w-[60rem] text-lg text-pretty text-quiet">${t('Make a room and send one link. Everyone edits the same code, sees each other’s cursors, and watches the same output when somebody presses Run. No accounts, nothing to install.')}</p>
</section>
${make}
<form id="question-search" action="/questions" hidden></form>
${yourRooms()}
<section aria-labelledby="try" class="mt-6">
<div class="flex flex-wrap items-baseline gap-x-3">
<h2 id="try" class="font-semibold">${t('Try it now')}</h2>
<p class="text-[0.9375rem] text-quiet">${
      tryRoom
        ? t('This is one room, opened twice. Write on one side, run on the other.')
        : t('Write and run. This is a real room, with only you in it.')
    }</p>
</div>
<div class="mt-3 grid gap-4 ${tryRoom ? 'lg:grid-cols-2' : ''}">
${tryRoom ? [element('Ada', packages, tryRoom), element('Grace', packages, tryRoom)] : element('Ada', packages)}
</div>
<noscript><p class="mt-3 text-sm text-quiet">${t('Making a room works without JavaScript. Coding in it needs JavaScript.')}</p></noscript>
</section>
<section aria-label="${t('What to expect')}" class="mt-14 grid gap-8 sm:grid-cols-3">
${point(t('Nothing gets lost'), html`${t('“Saved” means that the room has stored it. If a connection drops, a tab is closed or the server restarts, nothing you typed is lost.')}`)}
${point(t('Safe to run'), html`${t('Programs run in your own browser, in a sandbox: no network, no access to the page, no cookies. Stop always works, even in an endless loop.')}`)}
${point(
  t('Yours to embed'),
  html`${rich('The room is one HTML tag. {embed}, make rooms by {http}, or just use this one.', { embed: html`<a href="${href('/embed')}">${t('Put it in your own page')}</a>`, http: html`<a href="${href('/docs')}">HTTP</a>` })}`,
)}
</section>
</div>`,
  });
}

/** Filled in by the page's script from this browser's storage; hidden without one. */
function yourRooms(): Html {
  const links = { interviewer: '', candidate: '', observer: '' };
  return html`<template id="made-room">${madeRoom({ id: '', links }, '')}</template>
<your-rooms hidden class="mt-6 block">
<h2 tabindex="-1" class="font-semibold">${t('Your rooms')}</h2>
<p class="text-[0.9375rem] text-quiet">${t('Only this browser has this list. On a shared computer, forget the rooms when you have finished.')}</p>
<label class="mt-1 flex min-h-6 w-fit items-center gap-2 text-[0.9375rem]"><input type="checkbox" data-keep-links checked class="size-4.5 shrink-0 accent-accent">${t('Keep their links here too, so that you can open them from this list')}</label>
<ul class="mt-2 grid gap-1"></ul>
<button type="button" class="button-quiet mt-1" data-more hidden></button>
<p role="status" class="sr-only"></p>
<template><li class="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2">
<span class="min-w-0 grow basis-60"><a dir="auto" class="font-medium wrap-anywhere [&:not([href])]:no-underline"></a> <span data-state class="badge"></span><span data-about class="block text-sm text-quiet"></span></span>
<a data-past="replay" hidden class="button-small">${t('Replay')}</a>
<span data-link aria-hidden="true" class="sr-only"></span>
<button type="button" class="button-small" data-forget>${t('Forget')}</button>
</li></template>
</your-rooms>`;
}

function element(name: string, packages?: string, room?: string): Html {
  return html`<code-room class="try" name="${name}" language="python"${room && html` room="${room}"`}${packages && html` packages="${packages}"`}>
<script type="text/python" slot="code">
# ${raw(t(room ? 'One room, opened twice: type here, watch the other side.' : 'Only you see this. Change it, press Run, try what you like.'))}
${raw(SAMPLE)}</script>
<p class="fallback">${t('The live editor needs a browser of 2023 or newer.')}</p>
</code-room>`;
}

function point(title: string, text: Html): Html {
  return html`<div><h2 class="font-semibold">${title}</h2><p class="mt-1.5 text-[0.9375rem] text-pretty text-quiet">${text}</p></div>`;
}
