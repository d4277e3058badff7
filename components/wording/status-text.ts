// Texts for every state of a room, visible and for screen readers.
import { defaultFileName, LANGUAGES } from '../../party/shared/languages.js';
import type { Role } from '../../party/shared/roles.js';
import { languageDefinition } from '../runner/languages/registry.js';
import { SessionRefusal } from '../session/refusal/session-refusal.js';
import type { Session } from '../session/session.js';
import { refusalText } from './refusal-text.js';
import { CodeRoomError } from './room-error.js';
import { say } from './translator.js';

/** The registered label comes first: SQL is SQLite's here, unless a page has registered another. */
export function languageName(id: string): string {
  return languageDefinition(id)?.label ?? LANGUAGES[id] ?? id;
}

/** The name of a file until somebody names it. */
export function usualFileName(language: string): string {
  const { extension } = (language in LANGUAGES ? undefined : languageDefinition(language)) ?? {};
  return extension ? `main.${extension}` : defaultFileName(language);
}

/** The sentence of an error. */
export function sentenceOf(error: unknown): string {
  const { code, values } = error instanceof SessionRefusal ? error : {};
  return say(error instanceof Error ? error.message : String(error), code, values);
}

/** Why the session has not joined, or cannot edit; empty if unknown. */
export function refusalIn({ why: { message, code, values } }: Session): string {
  return say(message, code, values);
}

/** Always throws: a host that was updated since the page was opened does not have the old chunks. */
export function notLoaded(cause: unknown): never {
  throw new CodeRoomError('part-missing', refusalText('part-missing'), cause);
}

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  interviewer: 'Interviewer',
  candidate: 'Candidate',
  observer: 'Observer',
  assistant: 'Assistant',
};

type Mood = 'good' | 'busy' | 'warn' | 'bad';

/** The state in one or two words, and its mood. */
export function statusWord(session: Session, alone: boolean): { word: string; mood: Mood } {
  switch (session.status) {
    case 'connecting':
    case 'syncing':
      return { word: session.document.synced ? 'Reconnecting…' : 'Connecting…', mood: 'busy' };
    case 'waiting':
      return { word: 'Waiting', mood: 'busy' };
    case 'offline':
      return { word: session.unsaved > 0 ? `Offline, ${edits(session.unsaved)} waiting` : 'Offline', mood: 'warn' };
    case 'ended':
      return { word: 'Ended', mood: 'warn' };
    case 'refused':
      return { word: 'Not joined', mood: 'bad' };
    case 'live':
      if (!session.saving) return { word: 'Not saved', mood: 'warn' };
      if (alone) return { word: 'Only you', mood: 'good' };
      if (session.documents.files.held) return { word: 'Private', mood: 'good' };
      return session.saved ? { word: 'Saved', mood: 'good' } : { word: 'Saving…', mood: 'busy' };
  }
}

/** A sentence when something is wrong; empty otherwise. */
export function statusSentence(session: Session): string {
  switch (session.status) {
    case 'offline':
      return offline(session);
    case 'waiting':
      return 'You are in the waiting room. The room opens by itself when the interviewer lets you in.';
    case 'ended':
    case 'refused':
      return refusalIn(session);
    case 'live':
      if (!session.saving) return 'The room cannot save at the moment. Keep this page open: it tries again by itself.';
      return session.role === 'observer' ? 'You are observing: you can watch, but not edit or run.' : '';
    default:
      return '';
  }
}

function offline(session: Session): string {
  const { unsaved, document, refusal } = session;
  if (refusal) return refusalIn(session);
  if (!document.synced) return 'The room cannot be reached. It opens by itself when the connection is back.';
  const later = 'kept and sent when the connection is back.';
  if (unsaved === 0) return `Offline. You can continue to write; your edits are ${later}`;
  return `Offline. ${edits(unsaved)} waiting; ${unsaved === 1 ? 'it is' : 'they are'} ${later}`;
}

const edits = (count: number): string => (count === 1 ? '1 edit' : `${count} edits`);

/** A name contained characters that were removed. */
export function cleaned(what: 'Your name' | 'The file', name: string): string {
  return `${what} is now ${what === 'The file' ? 'called ' : ''}“${name}”: characters that cannot be seen, and marks on top of marks, were left out.`;
}

/** The key that runs, as people read it: `Ctrl Enter`, its Mac form, or what the page has chosen; empty for none. */
export function runKeys(chosen?: { words: string }): string {
  return chosen?.words ?? (/Mac|iP(hone|ad|od)/.test(globalThis.navigator?.platform ?? '') ? '⌘ Enter' : 'Ctrl Enter');
}
