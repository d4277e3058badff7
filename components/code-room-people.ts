// The people in the room; one's own name can be changed in place.

import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { cleanName } from '../party/shared/clean-names.js';
import { PAGE_LIMITS } from '../party/shared/page-limits.js';
import type { RoomContext } from './element/context.js';
import { type Following, followingOf } from './element/following.js';
import { goToPerson } from './element/go-to.js';
import { editedInPlace, showInPlace } from './element/in-place-field.js';
import { badge } from './element/person-badge.js';
import { linePlace, type PersonPlace, placeOf, placeWords, watchCursors } from './element/person-place.js';
import { refuse } from './element/refusal-event.js';
import { RoomElement } from './element/room-element.js';
import type { Person } from './session/sync/people.js';
import { askedPlace } from './styles/asked-place.js';
import { controls } from './styles/controls.js';
import { inPlace } from './styles/in-place.js';
import { cleaned, roleWord } from './wording/name-text.js';
import { rich } from './wording/rich.js';
import { t } from './wording/words.js';

/** Others are a number until one asks for them: a list of fifty observers is of no use. */
const SHOWN = 6;

/**
 * The people in the room.
 *
 * @csspart people - The list of people.
 * @csspart person - Each person in the list.
 * @csspart asked - What an interviewer asks to look at.
 * @csspart name - The field with one's own name.
 */
export class CodeRoomPeople extends RoomElement {
  static override readonly tag: string = 'code-room-people';
  static override styles: CSSResult[] = [
    controls,
    inPlace,
    askedPlace,
    css`
      :host {
        position: relative;
        display: inline-block;
        min-inline-size: 0;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 10px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 6px;
        min-block-size: var(--_control);
        min-inline-size: 0;
      }
      .initials {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 24px;
        block-size: 24px;
        border-radius: 50%;
        color: white;
        background: var(--_person, var(--_muted));
        font-size: calc(var(--_size) - 3px);
        font-weight: 700;
        letter-spacing: -0.02em;
      }
      .name {
        max-inline-size: 14ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        unicode-bidi: isolate;
      }
      input {
        unicode-bidi: plaintext;
        min-inline-size: 5ch;
        max-inline-size: 16ch;
        margin-inline-start: -5px;
      }
      /* Shows that one's own name can be changed. */
      input:not(:read-only, :focus) {
        text-decoration: underline dotted var(--_muted);
        text-underline-offset: 4px;
      }
      button {
        gap: 6px;
        /* Its margins, too: a name of three letters would be cut. */
        max-inline-size: calc(100% + 8px);
        margin-inline: -4px;
        padding-inline: 4px;
        font-weight: inherit;
      }
      button:hover {
        background: var(--_hover);
      }
      .file {
        max-inline-size: 16ch;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .file,
      .role {
        color: var(--_muted);
        font-size: var(--_smaller);
      }
      .followed {
        outline: 2px solid var(--_accent);
        outline-offset: -1px;
      }
      .more {
        color: var(--_muted);
      }
      /* Many people only fit into one line as initials. */
      ul:has(> li:nth-child(6)) :is(.name, .file, .role:not(.mine)) {
        position: absolute;
        clip-path: inset(50%);
        inline-size: 1px;
      }
      @container room (inline-size < 680px) {
        .name,
        .file,
        .role:not(.mine) {
          position: absolute;
          clip-path: inset(50%);
          inline-size: 1px;
        }
        ul {
          column-gap: 6px;
        }
      }
      @container room (inline-size < 520px) {
        ul:has(.more):not(:has([aria-expanded='true'])) {
          flex-wrap: nowrap;
        }
        ul:has(.more) > :not(:first-child) {
          flex: none;
        }
      }
      @media (forced-colors: active) {
        .initials {
          border: 1px solid;
        }
      }
    `,
  ];

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'people', 'status'],
      [session.documents.files, 'change', 'shown', 'signal'],
    ];
  }

  #following: Following | undefined;
  #showsAll = false;
  /** Id of whoever was gone to last. */
  #lastPressed = '';

  protected override entered({ session, runs }: RoomContext, signal: AbortSignal): void {
    watchCursors(session.documents.files, () => this.requestUpdate(), signal);
    this.#following = followingOf(session, runs);
    this.#following.addEventListener('change', () => this.requestUpdate(), { signal });
  }

  protected override render(): TemplateResult {
    const people = this.room?.session.people ?? [];
    // One's own field stays first, so that it stays the same element when people join or leave; whoever only watches comes last.
    const rank = ({ self, role }: Person) => (self ? -1 : Number(role === 'observer'));
    const ordered = [...people].sort((one, other) => rank(one) - rank(other));
    const more = ordered.slice(SHOWN);
    return html`<ul part="people" aria-label=${t('People in this room')}>
      ${ordered.slice(0, this.#showsAll ? undefined : SHOWN).map(
        (person) => html`<li part="person" title=${this.#title(person)}>
          ${person.self ? html`${badge(person)}${this.#self(person)}` : this.#other(person)}
        </li>`,
      )}
      ${more.length > 0 ? html`<li class="more" title=${more.map(({ name }) => name).join(', ')}><button type="button" aria-expanded=${this.#showsAll} @click=${this.#showAll}><span aria-hidden="true">${this.#showsAll ? '−' : '+'}${more.length}</span><span class="unseen">${t('and {count} more', { count: more.length })}</span></button></li>` : nothing}
    </ul>
    ${this.#asked()}`;
  }

  protected override updated(): void {
    showInPlace(this.renderRoot, this.room?.session.ownName ?? '');
    // Set from script, because a page's policy may forbid style attributes.
    for (const element of this.renderRoot.querySelectorAll<HTMLElement>('.initials'))
      element.style.setProperty('--_person', element.dataset.color ?? '');
  }

  readonly #showAll = (): void => {
    this.#showsAll = !this.#showsAll;
    this.requestUpdate();
  };

  #self(person: Person): TemplateResult {
    return html`<input
        part="name"
        type="text"
        aria-label=${t('Your name')}
        autocomplete="nickname"
        spellcheck="false"
        maxlength=${PAGE_LIMITS.nameLength}
        ?readonly=${this.room?.session.status !== 'live'}
        @keydown=${editedInPlace}
        @change=${this.#rename}
      />${person.role === 'candidate' ? nothing : html`<span class="role mine">${roleWord(person.role)}</span>`}`;
  }

  /** An interviewer asks to look somewhere: nobody is moved there. */
  #asked(): TemplateResult | typeof nothing {
    const following = this.#following;
    if (!following?.asked) return nothing;
    const { by, document, line } = following.asked;
    const dismiss = () => {
      following.waveAway();
      // The button goes, and would take the focus with it.
      this.room?.element.focus();
    };
    return html`<p part="asked" class="asked">
      <span><bdi>${by.name}</bdi>: ${t('look at {place}', { place: linePlace(line, document.name) })}</span>
      <button type="button" @click=${() => following.goThere()}>${t('Go there')}</button>
      <button type="button" aria-label=${t('Dismiss')} @click=${dismiss}>×</button>
    </p>`;
  }

  /** Pressing a person goes to their cursor, or to what they see. */
  #other(person: Person): TemplateResult {
    const place = this.#place(person);
    const role = person.role === 'candidate' ? nothing : html`<span class="role">${roleWord(person.role)}</span>`;
    const who = html`${badge(person)}<span class="name">${person.name}</span>${role}`;
    if (!place) return who;
    const elsewhere = html`<span class="file">${rich('in {file}', { file: html`<bdi>${place.file.name}</bdi>` })}</span>`;
    const followed = this.#following?.person === person.id;
    return html`<button type="button" class=${followed ? 'followed' : ''} aria-pressed=${followed} @click=${() => this.#press(person, place)}
      >${who}${followed ? html`<span class="file">${t('following')}</span>` : place.here ? nothing : elsewhere}<span class="unseen">, ${t('line {line}', { line: place.line })}</span></button
    >`;
  }

  #title(person: Person): string {
    const place = person.self ? null : this.#place(person);
    const where = place ? [placeWords(place), t('press to go there, and again to follow')] : [];
    return [person.name, roleWord(person.role), ...(person.self ? [t('you')] : []), ...where].join(' · ');
  }

  /** Once goes there, and once more, there, follows. */
  #press(person: Person, { here }: PersonPlace): void {
    const following = this.#following;
    const before = this.#lastPressed;
    this.#lastPressed = person.id;
    if (following?.person === person.id) following.follow(null);
    else if (before === person.id && here) following?.follow(person.id);
    else if (this.room) goToPerson(this.room.session, person, (line, name) => this.room?.runs.reveal(line, name));
  }

  #place({ id }: Person): PersonPlace | null {
    return this.room ? placeOf(this.room.session, id) : null;
  }

  #rename(event: Event): void {
    const name = (event.currentTarget as HTMLInputElement).value.trim();
    const { session } = this.room ?? {};
    if (session && name && name !== session.ownName) {
      const kept = cleanName(name, PAGE_LIMITS.nameLength);
      session.rename(kept || name);
      if (kept && kept !== name) refuse(this, 'invalid', () => cleaned('name', kept));
    }
    this.requestUpdate();
  }
}
