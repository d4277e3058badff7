// The interviewers' shared notes; nobody else can read them.
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { NOTES_DOCUMENT } from '../party/shared/protocol.js';
import { mayRead } from '../party/shared/roles.js';
import type { RoomContext } from './element/context.js';
import { TextElement } from './element/text-element.js';
import type { SessionDocument } from './session/sync/document.js';
import { controls } from './styles/controls.js';
import { field } from './styles/field.js';
import { statusWord } from './wording/status-text.js';

/**
 * Notes that only interviewers see; for everybody else the element is empty. The room sends them to nobody else.
 *
 * @csspart notes - The box of the notes.
 */
export class CodeRoomNotes extends TextElement {
  static override styles: CSSResult[] = [
    controls,
    field,
    css`
      :host {
        display: block;
        min-block-size: 8rem;
      }
      section {
        display: flex;
        flex-direction: column;
        block-size: 100%;
        min-block-size: inherit;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 8px;
        padding: 8px 12px 6px;
      }
      h2 {
        margin: 0;
        font-size: inherit;
        font-weight: 600;
      }
      span {
        color: var(--_muted);
        font-size: 12px;
      }
      .saved {
        margin-inline-start: auto;
      }
      .words {
        flex: 1;
        min-block-size: 0;
      }
    `,
  ];

  protected documentOf({ session }: RoomContext): SessionDocument {
    return session.documents.notes;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, alone } = this.room ?? {};
    if (!session || alone || !mayRead(session.role, NOTES_DOCUMENT) || !this.words?.synced) return nothing;
    const { saved } = this.words;
    const word = session.status === 'live' || session.status === 'ended' ? '' : statusWord(session, false).word;
    return html`<section part="notes" aria-label="Notes">
      <header>
        <h2>Notes</h2>
        <span>Only interviewers see these</span>
        <span class="saved">${word || (saved ? 'Saved' : session.saving ? 'Saving…' : 'Not saved')}</span>
      </header>
      ${this.area('Notes, for interviewers only', 'Write down what you notice, question by question.')}
    </section>`;
  }
}
