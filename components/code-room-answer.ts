// The field for a program's input prompt: anybody who may run can answer, and the first answer counts.

import { type CSSResult, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { END_OF_INPUT } from '../party/shared/output.js';
import { PAGE_LIMITS } from '../party/shared/page-limits.js';
import { utf8Length } from '../party/shared/plain-text.js';
import { may } from '../party/shared/roles.js';
import type { RoomContext } from './element/context.js';
import { FieldHistory } from './element/field-history.js';
import { latinLetter } from './element/keyboard.js';
import { refuse } from './element/refusal-event.js';
import { RoomElement } from './element/room-element.js';
import { type OpenPrompt, openPrompt } from './session/run/open-prompt.js';
import { controls } from './styles/controls.js';
import { laterText } from './wording/later-text.js';
import { t } from './wording/words.js';

/** Maximum UTF-8 bytes of an answer, so that it fits into one message. */
const MOST_BYTES = PAGE_LIMITS.frameBytes - 1_000;

/** An answer that was not confirmed within this time counts as lost, and may be given again. */
const ON_ITS_WAY_MS = 3_000;

/**
 * Where the running program's `input()` is answered; empty while nothing is asked.
 *
 * @csspart answer - The field, there only while the program waits and its visitor may answer.
 */
export class CodeRoomAnswer extends RoomElement {
  static override readonly tag: string = 'code-room-answer';
  static override styles: CSSResult[] = [
    controls,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 8px;
        padding: 8px 14px;
        border-block-start: 1px solid var(--_border);
      }
      label {
        max-inline-size: 100%;
        font: 400 var(--_code-size) / 1.4 var(--_code-font);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      label,
      input {
        direction: ltr;
      }
      input {
        flex: 1 1 10rem;
        min-inline-size: 6rem;
        border-color: var(--_border-strong);
        font: 400 var(--_code-size) / 1.4 var(--_code-font);
      }
      button {
        border-color: var(--_border-strong);
      }
      p {
        margin: 0;
        padding: 8px 14px;
        font-size: var(--_small);
        color: var(--_muted);
      }
    `,
  ];

  #asked = '';
  /** Text in the field that has not been sent. */
  readonly #typed = new FieldHistory();
  /** The last answer, which the room may not have received yet. */
  #sent = { prompt: '', at: Number.NEGATIVE_INFINITY };
  /** The field had the focus when its prompt was answered, so the next prompt takes the focus. */
  #handsHere = false;
  #before: HTMLElement | null = null;

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status'],
      [session.run, 'run', 'output'],
    ];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this.room ?? {};
    const prompt = openPrompt(session?.run.current ?? null);
    // Somebody else answered while this person was in the field, so the next prompt takes the focus.
    if (!prompt && this.hasUpdated && this.renderRoot.querySelector('input')?.matches(':focus')) this.#handsHere = true;
    if (!session || !prompt) return nothing;
    if (!may(session.role, 'answer')) return html`<p>${t('The program waits for an answer.')}</p>`;
    return html`<form @submit=${(event: SubmitEvent) => this.#send(event, prompt)} @keydown=${this.#pressed}>
      <label for="answer">${prompt.text || t('Input')}</label>
      <input id="answer" part="answer" name="answer" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="send" @input=${this.#keep} @beforeinput=${this.#undo} @paste=${(event: ClipboardEvent) => this.#pasted(event, prompt)} />
      <button type="submit">${t('Send')}</button>
      <button type="button" title=${t('Tells the program that there is no more input (Ctrl D)')} @click=${() => this.#answer(prompt, END_OF_INPUT)}>${t('End of input')}</button>
    </form>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const run = this.room?.session.run.current ?? null;
    if (run?.state !== 'running') {
      this.#typed.clear();
      return this.#giveFocusBack();
    }
    const prompt = openPrompt(run);
    const asked = prompt ? keyOf(prompt) : '';
    const field = this.renderRoot.querySelector('input');
    if (asked === this.#asked || !field) return;
    // Text typed before somebody else answered stays in the field, with its undo history.
    field.value = this.#typed.value;
    this.#asked = asked;
    const active = this.#active;
    const away = active !== null && !this.renderRoot.contains(active);
    // Whoever has gone elsewhere since the last answer stays there.
    if (away) this.#handsHere = false;
    // The first prompt takes the focus right after Run was pressed: somebody who went on typing, in the editor or in another field, keeps it there.
    const idle = run.mine && run.version === this.room?.session.documents.get(run.document)?.version;
    if (this.#handsHere || (prompt?.prompt === 1 && idle && !(away && isOtherField(active))))
      this.#focus(field, active);
  }

  #giveFocusBack(): void {
    // The focus has not moved since the field was removed.
    if (this.#handsHere && !this.#active) this.#before?.focus();
    this.#handsHere = false;
    this.#before = null;
  }

  #focus(field: HTMLInputElement, active: HTMLElement | null): void {
    if (active !== field) this.#before ??= active;
    field.focus();
  }

  /** What has the focus in the window of this element, however deep inside; null: nothing has. */
  get #active(): HTMLElement | null {
    let active = this.ownerDocument.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === this.ownerDocument.body ? null : (active as HTMLElement | null);
  }

  readonly #keep = (event: InputEvent) => {
    this.#typed.record(event.currentTarget as HTMLInputElement, event.inputType);
  };

  readonly #undo = (event: InputEvent) => {
    this.#typed.handleUndo(event, event.currentTarget as HTMLInputElement);
  };

  #send(event: SubmitEvent, prompt: OpenPrompt): void {
    event.preventDefault();
    const { prompt: sent, at } = this.#sent;
    // Text typed while the last answer is unconfirmed is for the next prompt, and waits in the field.
    if (this.#typed.value !== '' && sent === keyOf(prompt) && performance.now() - at < ON_ITS_WAY_MS) return;
    const field = this.renderRoot.querySelector('input');
    this.#answer(prompt, field?.value ?? '');
    field?.select();
  }

  /** Input fields drop line breaks; here, each pasted line answers one prompt. */
  #pasted(event: ClipboardEvent, prompt: OpenPrompt): void {
    const { value, selectionStart, selectionEnd } = event.currentTarget as HTMLInputElement;
    const text = event.clipboardData?.getData('text') ?? '';
    if (!/[\r\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    this.#answer(prompt, value.slice(0, selectionStart ?? 0) + text + value.slice(selectionEnd ?? value.length));
  }

  readonly #pressed = (event: KeyboardEvent) => {
    const prompt = openPrompt(this.room?.session.run.current ?? null);
    const field = this.renderRoot.querySelector('input');
    if (field && event.target === field && this.#typed.handleUndo(event, field)) return;
    if (!prompt || !event.ctrlKey || event.altKey || event.metaKey || latinLetter(event) !== 'd') return;
    event.preventDefault();
    this.#answer(prompt, END_OF_INPUT);
  };

  #answer(prompt: OpenPrompt, text: string): void {
    // The answer to one's own program is not sent over the network first.
    if (!this.room?.session.run.current?.mine && utf8Length(text) > MOST_BYTES) {
      refuse(this, 'too-large', () => laterText('answer-too-long'));
      return;
    }
    this.#handsHere = true;
    this.#typed.clear();
    this.#sent = { prompt: keyOf(prompt), at: performance.now() };
    this.room?.session.run.answer(prompt.prompt, text);
  }
}

function keyOf({ run, prompt }: OpenPrompt): string {
  return `${run}:${prompt}`;
}

/** Whether people write there: the editor, where Run was pressed, is none of these. */
function isOtherField(active: HTMLElement): boolean {
  const root = active.getRootNode();
  if (root instanceof ShadowRoot && root.host.localName === 'code-room-editor' && active.isContentEditable)
    return false;
  return active.isContentEditable || active.matches('input, textarea, select');
}
