// The choice when Run is pressed during a run: stop it, wait for it, or neither.
import { html, type TemplateResult } from 'lit';
import { t } from '../wording/words.js';
import type { RoomContext } from './context.js';

/** It takes the focus, since it is mostly opened by keyboard; Escape returns the focus. */
export function renderChoice({ runs, element }: RoomContext): TemplateResult {
  const choose = (answer: 'replace' | 'queue' | 'neither') => {
    runs.choose(answer);
    (element as HTMLElement).focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    choose('neither');
  };
  return html`<div part="choice" class="choice" role="group" aria-label=${t('A program is running')} @keydown=${keys}>
    <p>${t('A program is running.')}</p>
    <button type="button" @click=${() => choose('replace')}>${t('Stop it and run')}</button>
    <button type="button" @click=${() => choose('queue')}>${t('Run after it')}</button>
    <button type="button" @click=${() => choose('neither')}>${t('Cancel')}</button>
  </div>`;
}

/** Moves the choice so that the room's edge does not cut it off. */
export function keepInside(choice: HTMLElement, element: HTMLElement): void {
  const box = element.getBoundingClientRect();
  const { left, right } = choice.getBoundingClientRect();
  choice.style.translate = `${Math.max(box.left + 4 - left, Math.min(0, box.right - 4 - right))}px`;
}
