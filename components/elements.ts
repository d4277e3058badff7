// Registers `<code-room>` and its parts under their names.
import { CodeRoom } from './code-room.js';
import { CodeRoomAnswer } from './code-room-answer.js';
import { CodeRoomBrief } from './code-room-brief.js';
import { CodeRoomEditor } from './code-room-editor.js';
import { CodeRoomFile } from './code-room-file.js';
import { CodeRoomLanguage } from './code-room-language.js';
import { CodeRoomLobby } from './code-room-lobby.js';
import { CodeRoomNotes } from './code-room-notes.js';
import { CodeRoomNotice } from './code-room-notice.js';
import { CodeRoomOutput } from './code-room-output.js';
import { CodeRoomPeople } from './code-room-people.js';
import type { CodeRoomReplay } from './code-room-replay.js';
import { CodeRoomRun } from './code-room-run.js';
import { CodeRoomSplitter } from './code-room-splitter.js';
import { CodeRoomStatus } from './code-room-status.js';

/** The room first: its parts ask it for what they show as soon as they are made. */
const elements = {
  'code-room': CodeRoom,
  'code-room-brief': CodeRoomBrief,
  'code-room-answer': CodeRoomAnswer,
  'code-room-editor': CodeRoomEditor,
  'code-room-file': CodeRoomFile,
  'code-room-language': CodeRoomLanguage,
  'code-room-lobby': CodeRoomLobby,
  'code-room-notes': CodeRoomNotes,
  'code-room-notice': CodeRoomNotice,
  'code-room-output': CodeRoomOutput,
  'code-room-people': CodeRoomPeople,
  'code-room-run': CodeRoomRun,
  'code-room-splitter': CodeRoomSplitter,
  'code-room-status': CodeRoomStatus,
};

/** Leaves names alone that are taken: a page may load the script twice. */
export function defineElements(): void {
  // In Node there is nothing to register with.
  const registry: CustomElementRegistry | undefined = globalThis.customElements;
  for (const [name, element] of Object.entries(elements)) {
    if (registry && !registry.get(name)) registry.define(name, element);
  }
}

/** Registers `<code-room-replay>`, whose code is fetched only now: most pages never play one. */
export async function defineReplay(): Promise<void> {
  const { CodeRoomReplay } = await import('./code-room-replay.js');
  if (!customElements.get('code-room-replay')) customElements.define('code-room-replay', CodeRoomReplay);
}

declare global {
  interface HTMLElementTagNameMap {
    'code-room': CodeRoom;
    'code-room-brief': CodeRoomBrief;
    'code-room-answer': CodeRoomAnswer;
    'code-room-editor': CodeRoomEditor;
    'code-room-file': CodeRoomFile;
    'code-room-language': CodeRoomLanguage;
    'code-room-lobby': CodeRoomLobby;
    'code-room-notes': CodeRoomNotes;
    'code-room-notice': CodeRoomNotice;
    'code-room-output': CodeRoomOutput;
    'code-room-people': CodeRoomPeople;
    'code-room-replay': CodeRoomReplay;
    'code-room-run': CodeRoomRun;
    'code-room-splitter': CodeRoomSplitter;
    'code-room-status': CodeRoomStatus;
  }
}
