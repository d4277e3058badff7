/** The layout of every page. */
import { html, raw } from 'hono/html';
import { t } from '../../../components/wording/words.js';
import { href, pageLocale } from '../spoken.js';
import { ENGLISH_ONLY } from './english-only.js';
import { localeMenu, scriptWords } from './locale-menu.js';

export type Html = ReturnType<typeof html>;

export interface Page {
  title: string;
  description?: string;
  body: Html;
  /** Additional elements for `<head>`. */
  head?: Html;
  /** Path of the current page, for the navigation. */
  here?: '/embed' | '/docs';
  /** Without navigation and footer, as high as the window: for a room's page. */
  bare?: boolean;
}

/**
 * Nothing here needs evaluated scripts or inserted style elements, so the policy forbids both. What a failing server, or a proxy
 * before it, says takes the place of nothing: its pages are no part of ours.
 */
const HTMX = raw(
  `<meta name="htmx-config" content='{"includeIndicatorCSS":false,"extensions":"trusted","history":false,"noSwap":[204,304,"5xx"]}'>`,
);

export function layout({ title, description, body, head, here, bare = false }: Page): Html {
  const { lang, dir } = pageLocale();
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>${title}</title>
${description && html`<meta name="description" content="${description}">`}
<meta name="color-scheme" content="light dark">
${scriptWords()}
${head}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/site.css">
${HTMX}
${!bare && html`<script type="module" src="/site.js"></script>`}
</head>
<body${bare ? raw(' class="room-page"') : ''}>
<aside id="insecure" hidden aria-label="${t('Plain http')}" class="bg-wash px-4 py-2 text-center text-sm">${t('This page came over plain http, so the browser holds back copying by button, and forgets who you are when the tab is closed. Use https, or open it on the machine it runs on.')}</aside>
${bare ? body : framed(body, here)}
</body>
</html>`;
}

/** Shown by the page's script while the server does not answer. */
export function unreachable(place: string): Html {
  return html`<p role="alert" class="${place} text-sm text-alarm" data-unreachable hidden>${t('The server does not answer. Check the connection and try again.')}</p>`;
}

function framed(body: Html, here: Page['here']): Html {
  return html`<a href="#main" class="skip">${t('Skip to the content')}</a>
<header class="wrap flex items-center justify-between gap-4 py-4">
<a href="${href('/')}" class="flex items-center gap-2.5 font-semibold tracking-tight no-underline">${logo()}code-room</a>
<nav aria-label="${t('Site')}" class="flex gap-5 text-[0.9375rem]">
${(['/embed', '/docs'] as const).map(
  (path) =>
    html`<a href="${href(path)}" class="quiet-link inline-flex min-w-6 items-center"${path === here ? raw(' aria-current="page"') : ''}>${NAMES()[path]}</a>`,
)}
</nav>
</header>
<main id="main">${body}</main>
<footer class="wrap mt-20 text-sm text-quiet">
<div class="grid gap-3 border-t border-line py-8">
<p>${t('code-room is open source under the MIT licence. No accounts, no cookies, no requests to anybody else.')} <a href="${href('/languages')}">${t('Programming languages')}</a></p>
${localeMenu() || html`<p>${ENGLISH_ONLY}</p>`}
</div>
</footer>`;
}

const NAMES = () => ({ '/embed': t('Documents'), '/docs': 'API' });

/** Two cursors on one line. */
export function logo(): Html {
  return html`<svg aria-hidden="true" viewBox="0 0 32 32" width="26" height="26" class="shrink-0"><rect width="32" height="32" rx="8" class="fill-accent"/><path d="M10 8v16M22 8v16" class="stroke-accent-ink" stroke-width="3" stroke-linecap="round"/><path d="M14.5 16h3" class="stroke-accent-ink" stroke-width="3" stroke-linecap="round" opacity=".55"/></svg>`;
}
