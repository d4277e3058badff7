// The tab of a file: its name, its protection and the people in it; the button that opens the menu of the shown file, and the one that adds a file.
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { RoomFile } from '../session/sync/files.js';
import type { Person } from '../session/sync/people.js';
import { t } from '../wording/words.js';

/** Maximum number of people shown at a tab, as coloured dots. */
const DOTS = 4;

const ENTRY = svg`<path d="M2.5 1v10l8-5z" />`;
const PIN = svg`<path d="M4 1h4v1l-.7.6.4 2.9L9.5 7v1H6.6L6 12l-.6-4H2.5V7l1.8-1.5.4-2.9L4 2z" />`;

interface FileTab {
  file: RoomFile;
  shown: boolean;
  pinned: boolean;
  show(): void;
  /** A person's dot was pressed: go to their cursor. */
  goTo(person: Person): void;
  rename(): void;
}

export function fileTab({ file, shown, pinned, show, goTo, rename }: FileTab): TemplateResult {
  const { document, name, entry, hidden, readonly } = file;
  const all = new Map([...document.cursors.values()].map(({ person }) => [person.id, person]));
  const people = [...all.values()].filter(({ self }) => !self);
  const pressed = (event: Event) => {
    const id = (event.target as HTMLElement).dataset.person;
    const person = people.find((one) => one.id === id);
    if (person) goTo(person);
    else show();
  };
  const names = people.map((person) => person.name).join(', ');
  const marks = [hidden ? t('interviewers only') : '', readonly ? t('read-only') : ''].filter(Boolean).join(', ');
  const title = [
    name,
    entry ? t('Run runs this file') : '',
    pinned ? t('pinned') : '',
    marks,
    names && t('here: {names}', { names }),
  ]
    .filter(Boolean)
    .join(' · ');
  return html`<div class="tab ${shown ? 'shown' : ''}" role="presentation">
    <button
      part="tab"
      role="tab"
      type="button"
      id="t${document.id}"
      aria-selected=${shown}
      tabindex=${shown ? 0 : -1}
      title=${title}
      @click=${pressed}
      @dblclick=${rename}
    >
      ${pinned ? mark('pin', PIN, `${t('Pinned')}: `) : nothing}
      ${entry ? mark('entry', ENTRY, `${t('Run runs this file')}: `) : nothing}
      <span class="name">${name}</span>
      ${marks ? html`<span class="mark">${marks}</span>` : nothing}
      ${people.slice(0, DOTS).map(({ id, color }) => html`<span class="dot" data-color=${color} data-person=${id}></span>`)}
      ${names ? html`<span class="unseen">, ${t('here: {names}', { names })}</span>` : nothing}
    </button>
  </div>`;
}

/** Beside the row of tabs: nothing but tabs may stand in it. `menu`: what it opens, while it is open. */
export function aboutFile(name: string, menu: TemplateResult | typeof nothing, toggle: () => void): TemplateResult {
  return html`<div class="about">
    <button class="more" type="button" aria-haspopup="menu" aria-expanded=${menu !== nothing} aria-label=${t('More about {name}', { name })} title=${t('More about {name}', { name })} @click=${toggle}>
      <svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="2" cy="6" r="1.2" /><circle cx="6" cy="6" r="1.2" /><circle cx="10" cy="6" r="1.2" /></svg>
    </button>
    ${menu}
  </div>`;
}

export function addButton(add: () => void): TemplateResult {
  return html`<button part="add" type="button" aria-label=${t('Add a file')} title=${t('Add a file')} @click=${add}>
    <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M5.2 1h1.6v4.2H11v1.6H6.8V11H5.2V6.8H1V5.2h4.2z" /></svg>
  </button>`;
}

/** An icon, with a text for screen readers. */
function mark(what: string, path: TemplateResult, words: string): TemplateResult {
  return html`<svg class=${what} viewBox="0 0 12 12" aria-hidden="true">${path}</svg><span class="unseen">${words}</span>`;
}

/** Where an arrow leads from the tab at this place, as in every row of tabs. */
export function tabStep({ key, currentTarget }: KeyboardEvent, at: number, count: number): number | undefined {
  const right = getComputedStyle(currentTarget as Element).direction === 'rtl' ? -1 : 1;
  return { ArrowRight: at + right, ArrowLeft: at - right, Home: 0, End: count - 1 }[key];
}
