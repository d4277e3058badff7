// A room that is no more: nothing of it stays in the tab.
import { CLOSE } from '../../party/shared/protocol.js';
import type { Session } from '../session/session.js';

/** It was deleted. One that is over, which has the same code for those who are new in it, may be opened again. */
export function isGone({ closeCode, refusal }: Session): boolean {
  return closeCode === CLOSE.gone && /deleted|expired/.test(refusal);
}

/** What is kept under this name, and what is for one person each, whose ids follow it. */
export function dropFromTab(name: string): void {
  try {
    const all = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? '');
    for (const one of all) if (one === name || one.startsWith(`${name}:`)) sessionStorage.removeItem(one);
  } catch {
    // Where a page may keep nothing, nothing was kept.
  }
}
