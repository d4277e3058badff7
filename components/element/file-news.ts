// What was said last about files, beside their tabs, and what can be done about it.
import { html, type TemplateResult } from 'lit';

export interface Said {
  sentence: string;
  bad?: boolean;
  /** What can be done about it. */
  offers?: [words: string, act: () => void][];
  /** Escape. */
  dismiss?: () => void;
}

/** `over`: it has been read, or answered. */
export function fileNews({ sentence, bad, offers = [], dismiss }: Said, over: () => void): TemplateResult {
  const then = (act?: () => void) => () => {
    over();
    act?.();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    then(dismiss)();
  };
  return html`<div class="said ${bad ? 'bad' : ''}" @keydown=${keys}><span role="status">${sentence}</span>${offers.map(
    ([words, act]) => html`<button type="button" @click=${then(act)}>${words}</button>`,
  )}</div>`;
}
