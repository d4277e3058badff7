// How this person likes to write: a button in the bar, and behind it the keys, letters and indentation of the editor.
import { ChangeSet } from '@codemirror/state';
import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { HELPS, type Help, helpOf } from '../party/shared/help.js';
import { keyMap } from './editor/key-maps.js';
import { FONT_SIZES, KEYS, type PersonalSettings, personalSettings, WIDTHS } from './editor/personal-settings.js';
import type { RoomContext } from './element/context.js';
import { formatShown } from './element/format-shown.js';
import { refuse } from './element/refusal-event.js';
import { RoomElement } from './element/room-element.js';
import { inComposition } from './page/composition.js';
import type { Session } from './session/session.js';
import { controls } from './styles/controls.js';
import { settingsStyles } from './styles/settings.js';
import { aiSentence } from './wording/ai-text.js';
import { helpSentence, helpWord } from './wording/help-text.js';
import { laterText } from './wording/later-text.js';
import { t } from './wording/words.js';

const GEAR =
  'M6.8 1h2.4l.4 1.9 1.2.7 1.9-.6 1.2 2-1.5 1.4v1.2l1.5 1.4-1.2 2-1.9-.6-1.2.7-.4 1.9H6.8l-.4-1.9-1.2-.7-1.9.6-1.2-2 1.5-1.4V6.4L2.1 5l1.2-2 1.9.6 1.2-.7zM8 4.8A2.2 2.2 0 1 0 8 9.2 2.2 2.2 0 0 0 8 4.8z';
const KEY_WORDS = { standard: 'Standard', vim: 'Vim', emacs: 'Emacs' } as const;
/** Between the button and what it opens, and to the edge of the window. */
const GAP = 8;

/**
 * The editor as this person likes it, in this browser: nobody else is told.
 *
 * @csspart settings - The button that opens the settings.
 * @csspart help - The word that says how much the editor may help, where that is not in full.
 */
export class CodeRoomSettings extends RoomElement {
  static override readonly tag: string = 'code-room-settings';
  static override styles: CSSResult[] = [controls, settingsStyles];

  #open = false;
  /** What could not be loaded. */
  #failed = '';

  /** All of them; what is set is kept in this browser, and holds in every room. What is no such setting is left out. */
  get settings(): PersonalSettings {
    return { ...personalSettings.value };
  }
  set settings(settings: Partial<PersonalSettings>) {
    personalSettings.change(settings ?? {});
  }

  /** How much the editor may help in this room: `none`, `basic` or `full`. Interviewers set it, for everybody. */
  get help(): Help {
    return this.room ? helpIn(this.room.session) : 'full';
  }
  set help(help: Help) {
    const { session, element } = this.room ?? {};
    const { help: document } = session?.documents ?? {};
    if (!element || help === undefined) return;
    if (!document?.editable) refuse(element, 'role', () => laterText('help-not-editable'));
    else if (HELPS.includes(help))
      document.edit(ChangeSet.of({ from: 0, to: document.text.length, insert: help }, document.text.length));
  }

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status'],
      [session.documents.help, 'change'],
      [personalSettings, 'change'],
    ];
  }

  protected override entered(_room: RoomContext, signal: AbortSignal): void {
    personalSettings.addEventListener('change', () => void this.#fetchKeys(), { signal });
  }

  override focus(): void {
    this.focusOn('[part=settings]');
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.room) return nothing;
    const help = helpIn(this.room.session);
    return html`${
      help === 'full'
        ? nothing
        : html`<span part="help" class="help" title=${helpSentence(help)}>${t('Help: {help}', { help: helpWord(help) })}</span>`
    }<button
        part="settings"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.#open}
        aria-label=${t('Editor settings')}
        title=${t('Editor settings')}
        @click=${() => this.#show(!this.#open)}
      >
        <svg viewBox="0 0 16 14" aria-hidden="true"><path fill-rule="evenodd" d=${GEAR} /></svg>
      </button>
      <dialog aria-labelledby="title" @keydown=${this.#keys} @close=${this.#closed} @click=${this.#pressed}>
        ${this.#open ? this.#fields(personalSettings.value) : nothing}
      </dialog>`;
  }

  #fields({ keys, fontSize, tabSize, indent, wrap, ligatures }: PersonalSettings): TemplateResult {
    const sizes = FONT_SIZES.map((size) => [String(size), t('{count} pixels', { count: size })] as const);
    const widths = WIDTHS.map((width) => [String(width), String(width)] as const);
    return html`<div class="head">
        <h2 id="title">${t('Editor settings')}</h2>
        <button type="button" aria-label=${t('Close')} title=${t('Close')} @click=${() => this.#show(false)}>
          <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2 3.1 3.1 2 6 4.9 8.9 2 10 3.1 7.1 6 10 8.9 8.9 10 6 7.1 3.1 10 2 8.9 4.9 6z" /></svg>
        </button>
      </div>
      <p>${t('For you, in this browser. Nobody else is told.')}</p>
      ${this.#formatting()}
      ${choice(
        t('Keys'),
        keys,
        KEYS.map((name) => [name, name === 'standard' ? t('Standard') : KEY_WORDS[name]]),
        (value) => ({ keys: value as PersonalSettings['keys'] }),
      )}
      ${keys === 'standard' ? nothing : html`<p>${t('{editor} uses Ctrl+W, which closes the tab in most browsers. No page can stop that, so your browser asks before it leaves this page.', { editor: KEY_WORDS[keys] })}</p>`}
      ${this.#failed ? html`<p class="bad" role="alert">${this.#failed}</p>` : nothing}
      ${choice(t('Font size'), String(fontSize ?? ''), [['', t('As on this page')], ...sizes], (value) => ({
        fontSize: value === '' ? null : Number(value),
      }))}
      ${choice(t('Width of a tab'), String(tabSize), widths, (value) => ({ tabSize: Number(value) }))}
      ${choice(
        t('New files indent with'),
        String(indent ?? ''),
        [
          ['', t('As usual')],
          ['tabs', t('Tabs')],
          ...widths.map(([width]) => [width, t('{count:space|spaces}', { count: width })] as const),
        ],
        (value) => ({ indent: value === '' ? null : value === 'tabs' ? 'tabs' : Number(value) }),
      )}
      ${check(t('Wrap long lines'), wrap, (on) => ({ wrap: on }))}
      ${check(t('Ligatures, such as ≠ for !='), ligatures, (on) => ({ ligatures: on }))}
      ${this.room ? html`<p class="room">${helpSentence(helpIn(this.room.session))}</p>` : nothing}
      ${this.#ai()}`;
  }

  /** Local and open rooms have no rule. */
  #ai(): TemplateResult | typeof nothing {
    const { options, documents } = this.room?.session ?? {};
    if (!documents || !(options?.token || options?.getToken)) return nothing;
    return html`<p class="room">${aiSentence(documents.ai.rule)}</p>`;
  }

  #formatting(): TemplateResult | typeof nothing {
    const { session, readOnly } = this.room ?? {};
    if (!session?.document.editable || readOnly || helpIn(session) !== 'full') return nothing;
    return html`<button type="button" class="format" @click=${this.#format}>${t('Format this file')} <kbd>Shift Alt F</kbd></button>`;
  }

  readonly #format = async () => {
    const { session, runs, element } = this.room ?? {};
    if (!session || !runs || !element) return;
    this.#show(false);
    try {
      await formatShown(session, runs);
    } catch (error) {
      refuse(element, 'format', error);
    }
  };

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #show(open: boolean): void {
    if (!open) return this.#dialog?.close();
    this.#open = true;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const dialog = this.#dialog;
      if (!dialog || dialog.open) return;
      dialog.showModal();
      this.#place(dialog);
      dialog.querySelector('select')?.focus();
    });
  }

  /** Below the button, inside the window. Through the object model: a page's policy may forbid style attributes. */
  #place(dialog: HTMLDialogElement): void {
    const { bottom, left } = this.getBoundingClientRect();
    const { clientWidth, clientHeight } = this.ownerDocument.documentElement;
    const top = Math.max(GAP, Math.min(bottom + GAP / 2, clientHeight - dialog.offsetHeight - GAP));
    dialog.style.top = `${top}px`;
    dialog.style.left = `${Math.max(GAP, Math.min(left, clientWidth - dialog.offsetWidth - GAP))}px`;
    dialog.style.maxHeight = `${clientHeight - 2 * GAP}px`;
  }

  readonly #closed = () => {
    this.#open = false;
    this.#failed = '';
    this.requestUpdate();
    this.focus();
  };

  /** The Escape that closes it closes nothing of the page's. */
  readonly #keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || inComposition(event)) return;
    event.preventDefault();
    this.#show(false);
  };

  /** Beside it: on what covers the page. */
  readonly #pressed = (event: MouseEvent) => {
    const dialog = this.#dialog;
    if (event.target !== dialog || !dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (!inside) this.#show(false);
  };

  async #fetchKeys(): Promise<void> {
    const { keys } = personalSettings.value;
    try {
      await keyMap(keys);
      this.#failed = '';
    } catch {
      this.#failed = laterText('keys-not-loaded', { keys: KEY_WORDS[keys] });
    }
    this.requestUpdate();
  }
}

function helpIn({ documents }: Session): Help {
  return helpOf(documents.help.text.toString());
}

type Change = (value: string) => Partial<PersonalSettings>;

function choice(
  words: string,
  chosen: string,
  options: readonly (readonly [value: string, words: string])[],
  change: Change,
): TemplateResult {
  const heard = (event: Event) => personalSettings.change(change((event.currentTarget as HTMLSelectElement).value));
  return html`<label>${words}<select @change=${heard}>
    ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
  </select></label>`;
}

function check(words: string, on: boolean, change: (on: boolean) => Partial<PersonalSettings>): TemplateResult {
  const heard = (event: Event) => personalSettings.change(change((event.currentTarget as HTMLInputElement).checked));
  return html`<label>${words}<input type="checkbox" .checked=${on} @change=${heard} /></label>`;
}
