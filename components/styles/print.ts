// Print styles: code, task and output in full and black on white, without controls.
import { type CSSResult, css } from 'lit';

const room = css`
  @media print {
    :host {
      display: block !important;
      block-size: auto !important;
      min-block-size: 0 !important;
      max-block-size: none !important;
      overflow: visible !important;
      color-scheme: light !important;
      --_background: #fff !important;
      --_surface: #fff !important;
      --_text: #000 !important;
      --_muted: #555 !important;
      --_border: #bbb !important;
    }
    .room,
    .player {
      display: block;
      block-size: auto;
      overflow: visible;
      border: none;
      container-type: normal;
    }
    .bar {
      padding: 0 0 6px;
    }
    .workspace,
    .main {
      display: block;
      overflow: visible;
    }
    slot[name='brief']::slotted(*) {
      max-block-size: none;
      padding-inline: 0;
      overflow: visible;
    }
    code-room-run,
    code-room-status,
    code-room-notice,
    code-room-lobby,
    code-room-splitter,
    slot[name='toolbar'],
    .controls,
    button {
      display: none !important;
    }
  }
`;

const part = css`
  @media print {
    :host {
      min-block-size: 0 !important;
    }
    .output,
    .summary {
      display: block;
    }
    .hint,
    .opening,
    .stdin,
    .keep,
    .loading,
    code-room-answer,
    .verb {
      display: none !important;
    }
    .file button {
      all: unset;
    }
    select {
      padding: 0;
      border: none;
      appearance: none;
    }
    .actions,
    .unshown {
      display: none !important;
    }
    .editor,
    .output,
    .table,
    .text {
      max-block-size: none !important;
      overflow: visible !important;
    }
    .summary,
    .output {
      padding-inline: 0;
    }
    .summary {
      margin-block-start: 12px;
      border-block-start: 1px solid var(--_border);
    }
    .lines {
      content-visibility: visible;
    }
    .table {
      inline-size: auto;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    th {
      position: static;
    }
    details::details-content {
      block-size: auto;
      content-visibility: visible;
    }
    .place {
      text-decoration: none;
    }
    img,
    tr {
      break-inside: avoid;
    }
  }
`;

/** Names are words on paper, and nobody is asked to look anywhere. */
const people = css`
  @media print {
    button {
      all: unset;
    }
    .asked {
      display: none;
    }
  }
`;

/** What is private, as notes and scorecards are, and what one only presses is not printed. */
const absent = css`
  @media print {
    :host {
      display: none !important;
    }
  }
`;

export const printStyles: Record<string, CSSResult[]> = {
  'code-room': [room],
  'code-room-replay': [room, part],
  'code-room-editor': [part],
  'code-room-output': [part],
  'code-room-brief': [part],
  'code-room-language': [part],
  'code-room-people': [people],
  ...Object.fromEntries(
    [
      ...['files', 'run', 'status', 'notice', 'lobby', 'splitter', 'answer', 'settings'],
      ...['notes', 'scorecard', 'chat', 'timer', 'focus', 'activity', 'assistant'],
    ].map((name) => [`code-room-${name}`, [absent]]),
  ),
};
