// The language menu of the shown file, for everybody in the room.
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { LANGUAGES } from '../party/shared/languages.js';
import type { RoomContext } from './element/context.js';
import { RoomElement } from './element/room-element.js';
import { runnableLanguages, runsRemotely } from './runner/languages/registry.js';
import { controls } from './styles/controls.js';
import { languageName } from './wording/language-names.js';
import { t } from './wording/words.js';

/**
 * The language of the shown file.
 *
 * @csspart language - The list of languages.
 */
export class CodeRoomLanguage extends RoomElement {
  static override readonly tag: string = 'code-room-language';
  static override styles: CSSResult[] = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      select {
        padding-inline: 8px;
        border-color: var(--_border-strong);
        background: var(--_background);
        font-weight: 500;
        cursor: pointer;
        max-inline-size: 10rem;
      }
      @container room (inline-size < 520px) {
        select {
          max-inline-size: 8rem;
        }
      }
      select:disabled {
        border-color: var(--_border);
        color: var(--_muted);
        opacity: 1;
        cursor: not-allowed;
      }
      optgroup,
      option {
        color: var(--_text);
        background: var(--_background);
      }
    `,
  ];

  override focus(): void {
    this.focusOn('select');
  }

  protected override watched({ session, runs }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status'],
      [session.standing, 'focus'],
      [session.document, 'file', 'editable'],
      [runs, 'change'],
    ];
  }

  protected override render(): TemplateResult {
    const document = this.room?.session.document;
    const current = document?.language || 'python';
    const runnable = runnableLanguages();
    const there = runnable.filter(runsRemotely);
    const here = runnable.filter((id) => !there.includes(id));
    // A language that this page does not know is kept, and shown by its id.
    const others = [...new Set([...Object.keys(LANGUAGES), current])].filter((id) => !runnable.includes(id));
    const option = (id: string) => html`<option value=${id} .selected=${id === current}>${languageName(id)}</option>`;
    // In private time the language would change only when it is over.
    const locked = !document?.editable || document.held || this.room?.readOnly || this.room?.session.status !== 'live';
    return html`<select part="language" aria-label=${t('Language')} ?disabled=${locked} @change=${this.#choose}>
      <optgroup label=${t('Runs here')}>${here.map(option)}</optgroup>
      ${there[0] ? html`<optgroup label=${t('Runs on the server')}>${there.map(option)}</optgroup>` : nothing}
      <optgroup label=${t('Coloured only')}>${others.map(option)}</optgroup>
    </select>`;
  }

  #choose(event: Event): void {
    const select = event.currentTarget as HTMLSelectElement;
    const { document } = this.room?.session ?? {};
    document?.describe({ language: select.value });
    if (document?.text.length === 0)
      void import('./element/insert-example.js').then(
        ({ insertExample }) => insertExample(document),
        () => undefined, // Without a connection the file stays empty.
      );
  }
}
