// The connection status in one word; the notice has the details.
import { type CSSResult, css, html, type TemplateResult } from 'lit';
import type { RoomContext } from './element/context.js';
import { RoomElement } from './element/room-element.js';
import { controls } from './styles/controls.js';
import { statusSentence, statusWord } from './wording/status-text.js';
import { t } from './wording/words.js';

/**
 * The state of the connection and of what was written.
 *
 * @csspart status - The state of the connection: a word and its dot.
 */
export class CodeRoomStatus extends RoomElement {
  static override readonly tag: string = 'code-room-status';
  static override styles: CSSResult[] = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      .status {
        display: inline-flex;
        align-items: center;
        gap: 7px;
        min-block-size: 26px;
        padding: 0 10px;
        border: 1px solid var(--_border);
        border-radius: 99px;
        color: var(--_muted);
        font-size: var(--_smaller);
        font-weight: 500;
        white-space: nowrap;
      }
      .status::before {
        content: '';
        inline-size: 8px;
        block-size: 8px;
        border-radius: 50%;
        background: var(--_mood);
      }
      .good {
        --_mood: var(--_good);
      }
      .busy {
        --_mood: var(--_muted);
      }
      .warn {
        --_mood: var(--_warn);
        color: var(--_warn);
      }
      .bad {
        --_mood: var(--_bad);
        color: var(--_bad);
      }
      /* Where there is little width and all is well, the dot alone; screen readers and the title have the word. */
      @container room ((inline-size < 360px) or (520px <= inline-size < 650px)) {
        .good {
          gap: 0;
          padding: 0 8px;
          font-size: 0;
        }
      }
      @media (prefers-reduced-motion: no-preference) {
        .busy::before {
          animation: pulse 1.2s ease-in-out 0.4s infinite alternate;
        }
        @keyframes pulse {
          to {
            opacity: 0.25;
          }
        }
      }
      @media (forced-colors: active) {
        .status::before {
          border: 4px solid;
        }
      }
    `,
  ];

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    return [[session, 'status', 'saved', 'people']];
  }

  protected override render(): TemplateResult {
    if (!this.room) return html``;
    const { session, isLocal } = this.room;
    const { word, mood } = statusWord(session, isLocal);
    const sentence =
      isLocal && session.status === 'live' ? t('This code is on this page only.') : statusSentence(session);
    return html`<span part="status" class="status ${mood}" title=${sentence}>${word}</span>`;
  }
}
