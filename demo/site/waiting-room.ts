/** The page in the lobby: the person's name, checks of the browser, and preloading. */

import { cleanName } from '../../party/shared/clean-names.js';
import { LIMITS } from '../../party/shared/limits.js';
import { rememberedName, rememberName } from './ask-name.js';

/** The part of the element that is used. */
interface WaitingRoom extends HTMLElement {
  name?: string;
  warm?: () => void;
}

const CHECKS: Record<string, () => boolean | Promise<boolean>> = {
  // The room has told us to wait, over its socket.
  connection: () => true,
  workers: () => typeof WebAssembly === 'object' && typeof Worker === 'function',
  storage: () => canStore(),
  clipboard: () => Boolean(navigator.clipboard),
};

export class Waiting {
  #shown = false;

  constructor(private readonly room: WaitingRoom) {}

  get shown(): boolean {
    return this.#shown;
  }

  show(): void {
    if (this.#shown) return;
    this.#shown = true;
    this.room.hidden = true;
    const panel = this.#panel;
    panel.hidden = false;
    panel.querySelector<HTMLElement>('h2')?.focus();
    const name = panel.querySelector('input');
    const tell = () => {
      if (!name) return;
      // The name as the interviewer sees it; an empty one is ignored.
      name.value = cleanName(name.value, LIMITS.nameLength);
      if (!name.value) return;
      this.room.name = name.value;
      rememberName(this.room.name);
    };
    if (name) name.value = rememberedName();
    name?.addEventListener('change', tell);
    panel.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      tell();
    });
    for (const [id, check] of Object.entries(CHECKS)) void this.#check(id, check);
    this.room.warm?.();
  }

  end(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.#panel.hidden = true;
    this.room.hidden = false;
    this.room.focus();
  }

  get #panel(): HTMLElement {
    return document.getElementById('waiting') ?? document.createElement('section');
  }

  async #check(id: string, check: () => boolean | Promise<boolean>): Promise<void> {
    const good = await check();
    const row = this.#panel.querySelector(`[data-check="${id}"]`);
    const outcome = row?.querySelector('[data-outcome]');
    if (outcome) outcome.textContent = good ? 'Ready' : 'Not ready';
    row?.querySelector('[data-advice]')?.toggleAttribute('hidden', good);
  }
}

function canStore(): Promise<boolean> {
  return new Promise((resolve) => {
    if (!globalThis.indexedDB) return resolve(false);
    const opening = indexedDB.open('code-room check');
    opening.onerror = () => resolve(false);
    opening.onsuccess = () => {
      opening.result.close();
      indexedDB.deleteDatabase('code-room check');
      resolve(true);
    };
  });
}
