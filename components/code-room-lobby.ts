// The lobby, for interviewers: who is waiting, with buttons to admit or decline.
import { type CSSResult, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RoomContext } from './element/context.js';
import { RoomElement } from './element/room-element.js';
import type { WaitingPerson } from './session/room-state.js';
import { controls } from './styles/controls.js';
import { landmark } from './wording/landmarks.js';
import { roleWord } from './wording/name-text.js';
import { rich } from './wording/rich.js';
import { t } from './wording/words.js';

/**
 * The people in the waiting room, with a button to admit and one to decline each. Shows nothing while nobody waits, and to nobody
 * but interviewers.
 *
 * @csspart lobby - The box of the people in the waiting room.
 */
export class CodeRoomLobby extends RoomElement {
  static override readonly tag: string = 'code-room-lobby';
  static override styles: CSSResult[] = [
    controls,
    css`
      :host {
        display: block;
      }
      section {
        max-block-size: 9rem;
        padding: 6px 14px;
        overflow: auto;
        border-block-end: 1px solid var(--_border);
        background: color-mix(in oklab, var(--_accent) 9%, var(--_background));
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        padding-block: 2px;
      }
      p {
        flex: 1 1 12rem;
        margin: 0;
        overflow-wrap: anywhere;
      }
      .role {
        color: var(--_muted);
        font-size: var(--_smaller);
      }
      button {
        border-color: var(--_border-strong);
        background: var(--_background);
      }
      .admit {
        border-color: transparent;
        background: var(--_accent);
        color: var(--_on-accent);
      }
    `,
  ];

  /** Index of the row whose button had the focus. */
  #row = -1;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const row = this.shadowRoot?.activeElement?.closest('li');
    this.#row = row ? [...this.renderRoot.querySelectorAll('li')].indexOf(row) : -1;
  }

  /** After admitting somebody, the focus moves to the next row, or back to the room. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#row < 0 || this.shadowRoot?.activeElement) return;
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('.admit');
    const next = buttons[Math.min(this.#row, buttons.length - 1)];
    if (next) next.focus();
    else this.room?.element.focus();
  }

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    return [[session.standing, 'change']];
  }

  protected override render(): TemplateResult | typeof nothing {
    const waiting = this.room?.session.standing.waiting ?? [];
    if (waiting.length === 0) return nothing;
    return html`<section part="lobby" aria-label=${landmark(t('Waiting room'))}>
      <ul>
        ${repeat(
          waiting,
          ({ id }) => id,
          (person) => this.#person(person),
        )}
      </ul>
    </section>`;
  }

  #person({ id, name, role }: WaitingPerson): TemplateResult {
    const standing = this.room?.session.standing;
    return html`<li>
      <p>${rich('{name} is in the waiting room', { name: html`<strong><bdi>${name}</bdi></strong>` })} <span class="role">${roleWord(role)}</span></p>
      <button type="button" class="admit" aria-label=${t('Admit {name}', { name })} @click=${() => standing?.admit(id)}>${t('Admit')}</button>
      <button type="button" aria-label=${t('Decline {name}', { name })} @click=${() => standing?.decline(id)}>${t('Decline')}</button>
    </li>`;
  }
}
