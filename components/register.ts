// Registers `<code-room>` and its parts as custom elements.
import { CodeRoom } from './code-room.js';
import type { CodeRoomActivity } from './code-room-activity.js';
import type { CodeRoomAnswer } from './code-room-answer.js';
import type { CodeRoomAssistant } from './code-room-assistant.js';
import type { CodeRoomBrief } from './code-room-brief.js';
import type { CodeRoomChat } from './code-room-chat.js';
import { CodeRoomEditor } from './code-room-editor.js';
import type { CodeRoomFile } from './code-room-file.js';
import type { CodeRoomFiles } from './code-room-files.js';
import type { CodeRoomFocus } from './code-room-focus.js';
import type { CodeRoomLanguage } from './code-room-language.js';
import type { CodeRoomLobby } from './code-room-lobby.js';
import type { CodeRoomNotes } from './code-room-notes.js';
import type { CodeRoomNotice } from './code-room-notice.js';
import type { CodeRoomOutput } from './code-room-output.js';
import type { CodeRoomPeople } from './code-room-people.js';
import type { CodeRoomReplay } from './code-room-replay.js';
import { CodeRoomRun } from './code-room-run.js';
import type { CodeRoomScorecard } from './code-room-scorecard.js';
import type { CodeRoomSettings } from './code-room-settings.js';
import type { CodeRoomSplitter } from './code-room-splitter.js';
import { CodeRoomStatus } from './code-room-status.js';
import type { CodeRoomTests } from './code-room-tests.js';
import type { CodeRoomTimer } from './code-room-timer.js';
import { addStyles, EmbeddedElement, rewriteStyles } from './element/embedded-element.js';
import { idle } from './page/idle.js';

/** Pause before a failed load is retried. */
const AGAIN_MS = 5_000;

/** The room first, because its parts request its context as soon as they are created. */
const elements = [CodeRoom, CodeRoomEditor, CodeRoomRun, CodeRoomStatus];

export function defineElements(): void {
  // In Node there is no registry.
  if (!globalThis.customElements) return;
  // On a server that renders pages there may be a registry, but no CSS.
  if (globalThis.CSS?.supports('color', 'light-dark(red, red)') === false) void defineWithFallbacks();
  else define(elements);
  // On a server nobody waits for the rest, and what is repeated until it works would keep Node awake.
  if (!globalThis.document) return;
  // English needs nothing of it, but may be changed later.
  const foreign = document.querySelector('[lang]:not([lang|=en])');
  void (foreign ? Promise.resolve() : idle()).then(() => fetchLater(followPageLanguage));
  void idle().then(() => {
    for (const part of LATER) void fetchLater(part);
  });
}

/** Registers the elements with stylesheets rewritten for browsers that lack some CSS functions. */
async function defineWithFallbacks(): Promise<void> {
  try {
    rewriteStyles((await import('./styles/css-fallback.js')).withFallbacks);
  } catch {
    // Everything works without it, but looks unstyled.
  }
  define(elements);
}

/** Loaded after the first frame, all in parallel. */
const LATER: readonly (() => Promise<unknown>)[] = [
  defineLater,
  // If Run is pressed earlier, Run loads it, and reports if that fails.
  () => import('./run/carry-out.js'),
];

async function fetchLater(part: () => Promise<unknown>): Promise<void> {
  try {
    await part();
  } catch {
    // The connection is lost for the moment; everything else works, and the next attempt will, too.
    setTimeout(() => void fetchLater(part), AGAIN_MS);
  }
}

async function defineLater(): Promise<void> {
  const [{ deferredElements }] = await Promise.all([import('./deferred-tags.js'), addLaterStyles()]);
  define(deferredElements());
  if (document.querySelector('code-room-replay')) await defineReplay();
}

async function followPageLanguage(): Promise<void> {
  (await import('./element/page-language.js')).followPageLanguage();
}

/** Loaded once: adding the stylesheets again would duplicate them. */
let stylesAdded: Promise<void> | undefined;

function addLaterStyles(): Promise<void> {
  stylesAdded ??= import('./styles/later.js').then(
    (module) => addStyles(module.laterStyles),
    (error: unknown) => {
      stylesAdded = undefined;
      throw error;
    },
  );
  return stylesAdded;
}

/** Where the tag is another copy's, this one has no parts in its rooms: each copy knows only its own styles and context. */
function define(some: readonly (typeof EmbeddedElement)[]): void {
  const room = customElements.get(CodeRoom.tag);
  if (!room || room.prototype instanceof EmbeddedElement) for (const element of some) element.define();
}

/** Registers `<code-room-replay>`, for pages that did not have one when they were opened: most never play a replay, so its code is loaded only now. */
export async function defineReplay(): Promise<void> {
  const [{ CodeRoomReplay }] = await Promise.all([import('./code-room-replay.js'), addLaterStyles()]);
  CodeRoomReplay.define();
}

declare global {
  interface HTMLElementTagNameMap {
    'code-room': CodeRoom;
    'code-room-activity': CodeRoomActivity;
    'code-room-assistant': CodeRoomAssistant;
    'code-room-brief': CodeRoomBrief;
    'code-room-answer': CodeRoomAnswer;
    'code-room-chat': CodeRoomChat;
    'code-room-editor': CodeRoomEditor;
    'code-room-file': CodeRoomFile;
    'code-room-files': CodeRoomFiles;
    'code-room-focus': CodeRoomFocus;
    'code-room-language': CodeRoomLanguage;
    'code-room-lobby': CodeRoomLobby;
    'code-room-notes': CodeRoomNotes;
    'code-room-notice': CodeRoomNotice;
    'code-room-output': CodeRoomOutput;
    'code-room-people': CodeRoomPeople;
    'code-room-replay': CodeRoomReplay;
    'code-room-run': CodeRoomRun;
    'code-room-scorecard': CodeRoomScorecard;
    'code-room-settings': CodeRoomSettings;
    'code-room-splitter': CodeRoomSplitter;
    'code-room-status': CodeRoomStatus;
    'code-room-tests': CodeRoomTests;
    'code-room-timer': CodeRoomTimer;
  }
}
