// The latest message about files, shown beside the tabs, with buttons for what can be done.
import { html, type TemplateResult } from 'lit';

export interface FileNotice {
  sentence: string;
  bad?: boolean;
  /** Buttons: label and action. */
  offers?: [words: string, act: () => void][];
  /** Called on Escape. */
  dismiss?: () => void;
}

/** `over` is called when the message has been dismissed or answered. */
export function fileNotice({ sentence, bad, offers = [], dismiss }: FileNotice, over: () => void): TemplateResult {
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
