/** A page with one message: what happened, and what to do now. */
import { html } from 'hono/html';
import { t, translated, type Words } from '../../../components/wording/words.js';
import { href } from '../spoken.js';
import { type Html, layout } from './layout.js';

/** In English; shown in the language of the page. */
export interface PageMessage {
  title: string;
  text: string;
}

export const NOT_FOUND = {
  title: 'There is no page here',
  text: 'The address may be incomplete or wrong. Check it, or start from the front page.',
} satisfies Words;

export const ROOM_GONE = {
  title: 'This room does not exist, or not any more',
  text: 'Rooms are deleted by an interviewer, or some time after their last use. If you expected a room here, ask the person who sent the link.',
} satisfies Words;

export const ROOM_DELETED = {
  title: 'The room is deleted',
  text: 'An interviewer deleted it. Its code, notes and replay are gone, and its links no longer work.',
} satisfies Words;

export const ROOM_EXPIRED = {
  title: 'The room has expired',
  text: 'Nobody used it for as long as it was kept, so it was deleted. Its links no longer work.',
} satisfies Words;

export const ROOM_AWAY = {
  title: 'The room does not answer',
  text: 'Nothing is lost. Wait a moment and reload this page.',
} satisfies Words;

export const SERVER_ERROR = {
  title: 'Something went wrong on our side',
  text: 'It is not your fault. Wait a moment and try again.',
} satisfies Words;

/** `gone`: id of a deleted room, which the page's script removes from this browser. */
export function messagePage(message: PageMessage, gone?: string): Html {
  return layout({
    title: `${translated(message.title)} – code-room`,
    body: html`<div class="wrap"${gone && html` data-gone-room="${gone}"`}>${panel(message)}</div>`,
  });
}

export function panel({ title, text }: PageMessage): Html {
  return html`<div class="mx-auto max-w-md px-4 py-20 text-center">
<h1 class="text-2xl font-semibold tracking-tight text-balance">${translated(title)}</h1>
<p class="mt-3 text-pretty text-quiet">${translated(text)}</p>
<p class="mt-6"><a href="${href('/')}" class="button">${t('Front page')}</a></p>
</div>`;
}
