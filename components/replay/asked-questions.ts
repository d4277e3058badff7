// The questions of a replay, as positions to seek to: when each was asked, or returned to.
import { html, nothing, type TemplateResult } from 'lit';

export function askedQuestions(
  asked: readonly { time: number; title: string }[],
  now: number,
  go: (time: number) => void,
): TemplateResult | typeof nothing {
  if (asked.length === 0) return nothing;
  const last = asked.filter(({ time }) => time <= now).at(-1);
  return html`<ol class="runs" aria-label="Questions">
    ${asked.map(
      (one) =>
        html`<li><button type="button" aria-current=${one === last} @click=${() => go(one.time)}>${one.title}</button></li>`,
    )}
  </ol>`;
}
