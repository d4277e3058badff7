// The latest message about files, shown beside the tabs, with buttons for what can be done.
import { html, type TemplateResult } from 'lit';
import { clashSentence } from '../wording/added-files.js';
import { t } from '../wording/words.js';
import type { ClashAnswer } from './file-intake.js';

export interface FileNotice {
  sentence: string;
  bad?: boolean;
  /** Buttons: label and action. */
  offers?: [words: string, act: () => void][];
  /** Called on Escape, and when another message or action takes its place unanswered. */
  dismiss?: () => void;
}

/** Asks what to do about files that exist already; what is not answered leaves them out. */
export function clashNotice(names: readonly string[], answer: (answer: ClashAnswer) => void): FileNotice {
  return {
    sentence: clashSentence(names),
    offers: [
      [t('Replace'), () => answer('replace')],
      [t('Keep both'), () => answer('both')],
      [t('Leave out'), () => answer('neither')],
    ],
    dismiss: () => answer('neither'),
  };
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
