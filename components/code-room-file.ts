// The name of the shown file, editable in place, for everybody in the room.

import { type CSSResult, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { cleanName } from '../party/shared/clean-names.js';
import { PAGE_LIMITS } from '../party/shared/page-limits.js';
import type { RoomContext } from './element/context.js';
import { editedInPlace, showInPlace } from './element/in-place-field.js';
import { refuse } from './element/refusal-event.js';
import { RoomElement } from './element/room-element.js';
import { renamed } from './run/file-language.js';
import { controls } from './styles/controls.js';
import { inPlace } from './styles/in-place.js';
import { cleaned, usualFileName } from './wording/name-text.js';
import { t } from './wording/words.js';

/**
 * The name of the shown file.
 *
 * @csspart file - The field with the name.
 */
export class CodeRoomFile extends RoomElement {
  static override readonly tag: string = 'code-room-file';
  static override styles: CSSResult[] = [
    controls,
    inPlace,
    css`
      :host {
        display: inline-block;
        min-inline-size: 0;
      }
      input {
        direction: ltr;
        min-inline-size: 7ch;
        max-inline-size: 100%;
        font-weight: 600;
      }
    `,
  ];

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status'],
      [session.standing, 'focus'],
      [session.document, 'file', 'editable'],
      [session.documents.files, 'change'],
    ];
  }

  protected override render(): TemplateResult {
    const { session, readOnly } = this.room ?? {};
    // With several files, the tabs show the names.
    this.hidden = (session?.documents.files.list.length ?? 1) > 1;
    // In private time the name would change for others only when it is over.
    const locked = !session?.document.editable || session.document.held || readOnly || session.status !== 'live';
    return html`<input
      part="file"
      type="text"
      aria-label=${t('File name')}
      placeholder=${t('File name')}
      autocomplete="off"
      spellcheck="false"
      maxlength=${PAGE_LIMITS.fileNameLength}
      ?readonly=${locked}
      @keydown=${editedInPlace}
      @change=${this.#rename}
    />`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { name, language, synced } = this.room?.session.document ?? {};
    showInPlace(this.renderRoot, name || (synced ? usualFileName(language || 'python') : ''));
  }

  #rename(event: Event): void {
    const { document } = this.room?.session ?? {};
    const name = (event.currentTarget as HTMLInputElement).value.trim();
    if (document && name && name !== document.name) {
      document.describe(renamed(name, document));
      const kept = cleanName(name, PAGE_LIMITS.fileNameLength);
      if (kept && kept !== name) refuse(this, 'invalid', () => cleaned('file', kept));
    }
    // An empty name is not allowed: the previous one is shown again.
    this.requestUpdate();
  }
}
