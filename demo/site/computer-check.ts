/** The check of this computer: what works on it and what does not, each with its outcome and what to do. */

import { t } from '../../components/wording/words.js';

/** `soft`: everything works all the same. */
const SOFT = new Set(['storage', 'clock', 'screen', 'clipboard']);
/** In CSS pixels: below it code and output stand one below the other. */
const WIDE = '(min-width: 56rem)';
/** A token takes some time to arrive. */
const CLOCK_TOLERANCE_MS = 90_000;

export class ComputerCheck {
  /** Outcomes so far. */
  readonly #outcomes = new Map<string, boolean>();

  constructor(private readonly panel: HTMLElement) {}

  /** All that can be told without a run. `clockAheadMs`: this computer's clock, compared with the server's. */
  begin(clockAheadMs: number): void {
    this.tell('workers', typeof Worker === 'function');
    this.tell('webassembly', typeof WebAssembly === 'object' && canCompile());
    this.tell('clock', Math.abs(clockAheadMs) < CLOCK_TOLERANCE_MS, clockWords(clockAheadMs));
    this.tell('clipboard', Boolean(navigator.clipboard));
    void canStore().then((can) => this.tell('storage', can));
    const wide = matchMedia(WIDE);
    const look = () => this.tell('screen', wide.matches);
    wide.addEventListener('change', look);
    look();
  }

  /** `sentence` says what is wrong, before what to do. */
  tell(id: string, good: boolean, sentence = ''): void {
    const row = this.#row(id);
    if (!row) return;
    this.#outcomes.set(id, good);
    const outcome = row.querySelector('[data-outcome]');
    if (outcome) outcome.textContent = good ? t('Ready') : SOFT.has(id) ? t('Not ideal') : t('Not ready');
    const advice = row.querySelector<HTMLElement>('[data-advice]');
    if (advice) {
      advice.dataset.words ??= advice.textContent ?? '';
      advice.textContent = [sentence, advice.dataset.words].filter(Boolean).join(' ');
      advice.hidden = good;
    }
    this.#sum();
  }

  /** Nothing to check here. */
  drop(id: string): void {
    this.#show(id, false);
    this.#sum();
  }

  /** Its outcome is still to come, also of one that was dropped. */
  expect(id: string): void {
    this.#show(id, true);
  }

  #show(id: string, shown: boolean): void {
    const row = this.#row(id);
    if (row) row.hidden = !shown;
    this.#outcomes.delete(id);
  }

  #row(id: string): HTMLElement | null {
    return this.panel.querySelector(`[data-check="${id}"]`);
  }

  #sum(): void {
    const summary = this.panel.querySelector('[data-summary]');
    if (!summary || this.#outcomes.size < this.panel.querySelectorAll('[data-check]:not([hidden])').length) return;
    const wrong = [...this.#outcomes.values()].filter((good) => !good).length;
    const words =
      wrong === 0
        ? t('Everything works here.')
        : wrong === 1
          ? t('One thing wants a look.')
          : t('{count:thing wants|things want} a look.', { count: wrong });
    // Once: it is read out each time.
    if (summary.textContent !== words) summary.textContent = words;
  }
}

/** The smallest module there is: where a browser forbids them, it throws. */
function canCompile(): boolean {
  try {
    return WebAssembly.validate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return false;
  }
}

function canStore(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      if (!globalThis.indexedDB) return resolve(false);
      const opening = indexedDB.open('code-room check');
      opening.onerror = () => resolve(false);
      opening.onsuccess = () => {
        opening.result.close();
        indexedDB.deleteDatabase('code-room check');
        resolve(true);
      };
    } catch {
      // Where nothing may be stored, already asking may be forbidden.
      resolve(false);
    }
  });
}

function clockWords(aheadMs: number): string {
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  return aheadMs > 0
    ? t('It is {count:minute|minutes} ahead.', { count: minutes })
    : t('It is {count:minute|minutes} behind.', { count: minutes });
}
