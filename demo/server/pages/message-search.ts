/** The search of messages: by words, or by a whole sentence as it was read, with its values. */
import { html } from 'hono/html';
import { codeIn } from '../../../party/shared/sentence-code.js';
import type { Message } from '../docs.js';
import { type Html, unreachable } from './layout.js';

/** More than these are no answer to a question. */
const MOST = 12;

export function foundMessages(messages: readonly Message[], question: string): Message[] {
  const asked = question.trim();
  if (asked === '') return [];
  const exact = codeIn(Object.fromEntries(messages.map(({ code, sentence }) => [code, sentence])), asked);
  if (exact) return messages.filter(({ code }) => code === exact.code);
  const words = asked.toLowerCase().split(/\s+/);
  const fits = ({ code, sentence, advice }: Message) => {
    const text = `${code} ${sentence} ${advice}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return messages.filter(fits).slice(0, MOST);
}

export function messageSearch(messages: readonly Message[], question: string): Html {
  return html`<form action="/embed/messages" role="search" class="card mt-6 flex flex-wrap items-end gap-3 p-4" hx-get="/embed/messages" hx-trigger="input delay:200ms, submit" hx-target="#found" hx-swap="innerHTML">
<label class="field grow basis-60">A message, or words of it<input type="search" name="q" value="${question}" maxlength="600" autocomplete="off"></label><button class="button">Look</button>
${unreachable('w-full')}
</form>
<div id="found" aria-live="polite">${messageAnswer(messages, question)}</div>`;
}

export function messageAnswer(messages: readonly Message[], question: string): Html {
  if (question.trim() === '') return html``;
  const found = foundMessages(messages, question);
  if (found.length === 0)
    return html`<p class="mt-4">No message has these words. Those of programs (Python, SQL and others) are not in this list.</p>`;
  return html`<dl class="mt-4 grid gap-4">${found.map(
    ({ code, sentence, advice }) =>
      html`<div class="card p-4"><dt class="font-medium">${sentence} <code class="text-sm text-quiet">${code}</code></dt>${sentence.endsWith(advice) ? '' : html`<dd class="mt-1">${words(advice)}</dd>`}</div>`,
  )}</dl>`;
}

/** Text with `code` in backticks and links as their words. */
function words(text: string): Html[] {
  const plain = text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
  return plain.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : html`${part}`));
}
