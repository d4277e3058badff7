// What a screen reader is told of the chat, the timer and of being asked to look somewhere.
import { type ChatEntry, readEntries, readTimer, timerState } from '../../party/shared/entries.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { Following } from './following.js';

/** Of a long message the rest is read in the chat. */
const SPOKEN = 200;
/** A timer that is longer is asked again meanwhile. */
const LONGEST_MS = 60 * 60_000;

type Say = (sentence: string) => void;

export function announceEntries(session: Session, following: Following, say: Say, signal: AbortSignal): void {
  announceChat(session, session.documents.chat, 'in the chat', say, signal);
  announceChat(session, session.documents.interviewerChat, 'to the interviewers', say, signal);
  announceTimer(session, say, signal);
  announceFollowing(session, following, say, signal);
}

function announceChat(session: Session, document: SessionDocument, where: string, say: Say, signal: AbortSignal): void {
  const read = () => readEntries<ChatEntry>(document.text.toString());
  let last = read().at(-1)?.id ?? 0;
  const onChange = () => {
    const fresh = read().filter(({ id }) => id > last);
    last = fresh.at(-1)?.id ?? last;
    if (session.status !== 'live') return;
    for (const { by, name, text } of fresh)
      if (by !== session.self?.id) say(`${name} wrote ${where}: ${text.slice(0, SPOKEN)}`);
  };
  document.addEventListener('change', onChange, { signal });
}

/** When a phase begins; never the seconds. */
function announceTimer(session: Session, say: Say, signal: AbortSignal): void {
  const { timer: document } = session.documents;
  let wait: ReturnType<typeof setTimeout> | undefined;
  let said = '';
  const look = () => {
    clearTimeout(wait);
    const timer = readTimer(document.text.toString());
    if (!timer || signal.aborted) {
      said = '';
      return;
    }
    const state = timerState(timer, Date.now() + session.standing.clockAhead, session.self?.id ?? '');
    const { name = '', minutes = 0 } = timer.phases[state.phase] ?? {};
    const now = !state.running ? 'paused' : state.leftMs <= 0 ? 'over' : `${state.phase} ${name}`;
    if (said !== now && session.status === 'live') {
      if (now === 'over') say(`The time for ${name || 'this'} is over.`);
      else if (now !== 'paused') say(`${name || 'The timer'}: ${minutes} minutes.`);
      else if (said !== '' && said !== 'paused') say('The timer is paused.');
    }
    said = now;
    if (state.running && state.leftMs > 0) wait = setTimeout(look, Math.min(state.leftMs + 50, LONGEST_MS));
  };
  document.addEventListener('change', look, { signal });
  signal.addEventListener('abort', () => clearTimeout(wait));
  look();
}

function announceFollowing(session: Session, following: Following, say: Say, signal: AbortSignal): void {
  let before = following.person;
  let asked = following.asked;
  const onChange = () => {
    const nameOf = (id: string | null) => session.people.find((person) => person.id === id)?.name ?? '';
    if (following.person !== before)
      say(following.person ? `Following ${nameOf(following.person)}. Type to stop.` : 'Not following any more.');
    before = following.person;
    const { asked: now } = following;
    if (now && now !== asked)
      say(`${now.by.name} asks you to look at ${now.document.name || 'the code'}, line ${now.line}.`);
    asked = now;
  };
  following.addEventListener('change', onChange, { signal });
}
