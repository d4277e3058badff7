// Registers `<code-room>` and its parts under their names.
import { CodeRoom } from './code-room.js';
import type { CodeRoomAnswer } from './code-room-answer.js';
import type { CodeRoomBrief } from './code-room-brief.js';
import { CodeRoomEditor } from './code-room-editor.js';
import { CodeRoomFile } from './code-room-file.js';
import type { CodeRoomFiles } from './code-room-files.js';
import { CodeRoomLanguage } from './code-room-language.js';
import type { CodeRoomLobby } from './code-room-lobby.js';
import type { CodeRoomNotes } from './code-room-notes.js';
import type { CodeRoomNotice } from './code-room-notice.js';
import type { CodeRoomOutput } from './code-room-output.js';
import type { CodeRoomPeople } from './code-room-people.js';
import type { CodeRoomReplay } from './code-room-replay.js';
import { CodeRoomRun } from './code-room-run.js';
import type { CodeRoomSettings } from './code-room-settings.js';
import type { CodeRoomSplitter } from './code-room-splitter.js';
import { CodeRoomStatus } from './code-room-status.js';
import type { CodeRoomTests } from './code-room-tests.js';
import { addStyles, rewriteStyles } from './element/guest-element.js';
import { idle } from './page/idle.js';

/** Pause before what could not be fetched is asked for again. */
const AGAIN_MS = 5_000;

/** The room first: its parts ask it for what they show as soon as they are made. */
const elements = {
  'code-room': CodeRoom,
  'code-room-editor': CodeRoomEditor,
  'code-room-file': CodeRoomFile,
  'code-room-language': CodeRoomLanguage,
  'code-room-run': CodeRoomRun,
  'code-room-status': CodeRoomStatus,
};

export function defineElements(): void {
  // In Node there is nothing to register with.
  if (!globalThis.customElements) return;
  // Where pages are made on a server there are elements, but no styles.
  if (globalThis.CSS?.supports('color', 'light-dark(red, red)') === false) void definePlain();
  else define(elements);
  void idle().then(() => {
    for (const part of LATER) void fetchLater(part);
  });
}

/** A browser that does not know all functions of our sheets gets others, for which they wait. */
async function definePlain(): Promise<void> {
  try {
    rewriteStyles((await import('./styles/plain.js')).plain);
  } catch {
    // It works without them, and looks it.
  }
  define(elements);
}

/** What nobody needs for the first keystroke lets the first frame go before; all of it is asked for at once. */
const LATER: readonly (() => Promise<unknown>)[] = [
  defineLater,
  // Whoever presses Run before it has come fetches it, and is told if that cannot be done.
  () => import('./run/carry-out.js'),
];

async function fetchLater(part: () => Promise<unknown>): Promise<void> {
  try {
    await part();
  } catch {
    // The connection is gone for the moment; all else works, and so does the next attempt.
    setTimeout(() => void fetchLater(part), AGAIN_MS);
  }
}

async function defineLater(): Promise<void> {
  const [later] = await Promise.all([import('./deferred-elements.js'), dressLater()]);
  define({
    'code-room-answer': later.CodeRoomAnswer,
    'code-room-brief': later.CodeRoomBrief,
    'code-room-files': later.CodeRoomFiles,
    'code-room-lobby': later.CodeRoomLobby,
    'code-room-notes': later.CodeRoomNotes,
    'code-room-notice': later.CodeRoomNotice,
    'code-room-output': later.CodeRoomOutput,
    'code-room-people': later.CodeRoomPeople,
    'code-room-settings': later.CodeRoomSettings,
    'code-room-splitter': later.CodeRoomSplitter,
    'code-room-tests': later.CodeRoomTests,
  });
}

/** Once: a sheet added again would only be there twice. */
let dressing: Promise<void> | undefined;

function dressLater(): Promise<void> {
  dressing ??= import('./styles/later.js').then(
    ({ laterStyles }) => addStyles(laterStyles),
    (error: unknown) => {
      dressing = undefined;
      throw error;
    },
  );
  return dressing;
}

/** Leaves names alone that are taken: a page may load the script twice. */
function define(named: Record<string, CustomElementConstructor>): void {
  for (const [name, element] of Object.entries(named)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

/** Registers `<code-room-replay>`, whose code is fetched only now: most pages never play one. */
export async function defineReplay(): Promise<void> {
  const [{ CodeRoomReplay }] = await Promise.all([import('./code-room-replay.js'), dressLater()]);
  define({ 'code-room-replay': CodeRoomReplay });
}

declare global {
  interface HTMLElementTagNameMap {
    'code-room': CodeRoom;
    'code-room-brief': CodeRoomBrief;
    'code-room-answer': CodeRoomAnswer;
    'code-room-editor': CodeRoomEditor;
    'code-room-file': CodeRoomFile;
    'code-room-files': CodeRoomFiles;
    'code-room-language': CodeRoomLanguage;
    'code-room-lobby': CodeRoomLobby;
    'code-room-notes': CodeRoomNotes;
    'code-room-notice': CodeRoomNotice;
    'code-room-output': CodeRoomOutput;
    'code-room-people': CodeRoomPeople;
    'code-room-replay': CodeRoomReplay;
    'code-room-run': CodeRoomRun;
    'code-room-settings': CodeRoomSettings;
    'code-room-splitter': CodeRoomSplitter;
    'code-room-status': CodeRoomStatus;
    'code-room-tests': CodeRoomTests;
  }
}
