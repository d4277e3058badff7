// Texts for every state of a room, visible and for screen readers.
import type { Session } from '../session/session.js';
import { heard, t, translated, type WordsAsKeys } from './words.js';

/** Why the session has not joined, or cannot edit; empty if unknown. */
export function refusalIn({ why: { message } }: Session): string {
  return heard(message);
}

const MOODS = {
  'Reconnecting…': 'busy',
  'Connecting…': 'busy',
  Waiting: 'busy',
  'Offline, {edits:edit|edits} waiting': 'warn',
  Offline: 'warn',
  Ended: 'warn',
  'Not joined': 'bad',
  'Not saved': 'warn',
  'Only you': 'good',
  Private: 'good',
  Saved: 'good',
  'Saving…': 'busy',
} as const satisfies WordsAsKeys;

/** The state in one or two words, and its mood. */
export function statusWord(session: Session, isLocal: boolean): { word: string; mood: (typeof MOODS)[State] } {
  const state = stateOf(session, isLocal);
  return { word: translated(state, { edits: session.unsaved }), mood: MOODS[state] };
}

type State = keyof typeof MOODS;

function stateOf({ status, document, unsaved, saving, documents, saved }: Session, isLocal: boolean): State {
  switch (status) {
    case 'connecting':
    case 'syncing':
      return document.synced ? 'Reconnecting…' : 'Connecting…';
    case 'waiting':
      return 'Waiting';
    case 'offline':
      return unsaved > 0 ? 'Offline, {edits:edit|edits} waiting' : 'Offline';
    case 'ended':
      return 'Ended';
    case 'refused':
      return 'Not joined';
    case 'live':
      if (!saving) return 'Not saved';
      if (isLocal) return 'Only you';
      if (documents.files.held) return 'Private';
      return saved ? 'Saved' : 'Saving…';
  }
}

/** A sentence when something is wrong; empty otherwise. */
export function statusSentence(session: Session): string {
  switch (session.status) {
    case 'offline':
      return offline(session);
    case 'waiting':
      return t('You are in the waiting room. The room opens by itself when the interviewer lets you in.');
    case 'ended':
    case 'refused':
      return refusalIn(session);
    case 'live':
      if (!session.saving)
        return t('The room cannot save at the moment. Keep this page open: it tries again by itself.');
      return session.role === 'observer' ? t('You are observing: you can watch, but not edit or run.') : '';
    default:
      return '';
  }
}

function offline(session: Session): string {
  const { unsaved, document, refusal } = session;
  if (refusal) return refusalIn(session);
  if (!document.synced) return t('The room cannot be reached. It opens by itself when the connection is back.');
  return unsaved
    ? t('Offline. {edits:edit waiting; it is|edits waiting; they are} kept and sent when the connection is back.', {
        edits: unsaved,
      })
    : t('Offline. You can continue to write; your edits are kept and sent when the connection is back.');
}
