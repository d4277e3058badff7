// Screen reader announcements of an interview: rules of the room, chat, proposals, answers of the AI, timer, private time, activity log, scorecards, and requests to look at a place.
import { type ChatEntry, readEntries, readTimer, timerState } from '../../party/shared/entries.js';
import { endOf, focusLines, isOffer, isStretch, isWatch } from '../../party/shared/focus.js';
import { may } from '../../party/shared/roles.js';
import type { HandedIn } from '../../party/shared/scorecard.js';
import { activityOf } from '../interview/activity.js';
import { proposalsOf, turnsOf } from '../interview/assistant.js';
import { roomRules, rulesRead } from '../interview/room-rules.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { activityWords } from '../wording/activity-text.js';
import { heard, t, translated, type Word } from '../wording/words.js';
import type { Following } from './following.js';
import { type Say, sayOf } from './say.js';

/** Of a long message the rest is read in the chat. */
const SPOKEN = 200;
/** A timer that is longer is asked again meanwhile. */
const LONGEST_MS = 60 * 60_000;
/** What may come often is said no more often than this. */
const OFTEN_MS = 6_000;
/** What belongs together has come by then. */
const SETTLED_MS = 500;

const WROTE = '{name} wrote in the chat: {text}' satisfies Word;
const WROTE_INTERVIEWERS = '{name} wrote to the interviewers: {text}' satisfies Word;

/** The element's `room` is the id under which its rules were read. */
export function announceInterview(
  session: Session,
  element: EventTarget & { room?: string },
  following: Following,
  sayAloud: (sentence: string) => void,
  signal: AbortSignal,
): void {
  const { room } = element;
  const say = sayOf(element, sayAloud);
  announceRules(session, room, say, signal);
  announceChat(session, session.documents.chat, WROTE, say, signal);
  announceChat(session, session.documents.interviewerChat, WROTE_INTERVIEWERS, say, signal);
  announceProposals(session, say, signal);
  announceAnswers(session, say, signal);
  announceTimer(session, say, signal);
  announceFollowing(session, following, say, signal);
  announceFocus(session, say, signal);
  announceActivity(session, say, signal);
  announceScorecards(session, say, signal);
}

/** What a candidate reads above the code when they enter. */
function announceRules(session: Session, room: string | undefined, say: Say, signal: AbortSignal): void {
  let said = rulesRead(room);
  const look = () => {
    if (said || roomRules(session).length === 0) return;
    said = true;
    say(() => roomRules(session).join(' '));
  };
  session.addEventListener('status', look, { signal });
  session.documents.ai.addEventListener('change', look, { signal });
  session.documents.activity.addEventListener('change', look, { signal });
  look();
}

/** The first at once; of what comes soon after it only the last. */
function sparing(say: Say, signal: AbortSignal): Say {
  let resting = false;
  let waiting: (() => string) | null = null;
  const pass: Say = (sentence) => {
    say(sentence);
    resting = true;
    setTimeout(() => {
      resting = false;
      const last = waiting;
      waiting = null;
      if (last !== null && !signal.aborted) pass(last);
    }, OFTEN_MS);
  };
  return (sentence) => {
    if (resting) waiting = sentence;
    else pass(sentence);
  };
}

/** Those who have handed in theirs hear of others'; the room tells nobody else. */
function announceScorecards(session: Session, say: Say, signal: AbortSignal): void {
  const [document] = session.documents.scorecards;
  if (!document) return;
  const read = () => readEntries<HandedIn>(document.text.toString());
  const isMine = ({ by }: HandedIn) => by === session.self?.id;
  let before = read();
  const onChange = () => {
    const now = read();
    const known = new Set(before.map(({ id }) => id));
    // With one's own come those of others, which are no news.
    const fresh = before.some(isMine) ? now.filter((card) => !known.has(card.id) && !isMine(card)) : [];
    before = now;
    for (const { name, times } of fresh)
      say(() =>
        times.length > 1
          ? t('{name} has changed their scorecard and handed it in again.', { name })
          : t('{name} has handed in a scorecard.', { name }),
      );
  };
  document.addEventListener('change', onChange, { signal });
}

function announceChat(session: Session, document: SessionDocument, wrote: Word, say: Say, signal: AbortSignal): void {
  const read = () => readEntries<ChatEntry>(document.text.toString());
  let last = read().at(-1)?.id ?? 0;
  const onChange = () => {
    const fresh = read().filter(({ id }) => id > last);
    last = fresh.at(-1)?.id ?? last;
    if (session.status !== 'live') return;
    for (const { by, name, text } of fresh)
      if (by !== session.self?.id) say(() => translated(wrote, { name, text: text.slice(0, SPOKEN) }));
  };
  document.addEventListener('change', onChange, { signal });
}

/** What others propose, and what they decide. */
function announceProposals(session: Session, say: Say, signal: AbortSignal): void {
  const { proposals: document } = session.documents;
  // An agent may propose much at once: how many wait says the panel.
  const propose = sparing(say, signal);
  let before = new Map(proposalsOf(session).map(({ id, state }) => [id, state]));
  const onChange = () => {
    const now = proposalsOf(session);
    for (const { id, by, name, file, why, state, judged } of now) {
      if (session.status !== 'live' || before.get(id) === state) continue;
      if (judged && judged.by !== session.self?.id)
        say(() =>
          state === 'accepted'
            ? t('{name} has accepted a proposal for {file}.', { name: judged.name, file })
            : t('{name} has declined a proposal for {file}.', { name: judged.name, file }),
        );
      else if (!judged && by !== session.self?.id)
        propose(() => `${t('{name} proposes a change of {file}.', { name, file })} ${why}`.trim());
    }
    before = new Map(now.map(({ id, state }) => [id, state]));
  };
  document.addEventListener('change', onChange, { signal });
}

/** That the AI has answered; the answer is read in the panel. */
function announceAnswers(session: Session, say: Say, signal: AbortSignal): void {
  const { talk: document } = session.documents;
  const answered = () => turnsOf(session).filter(({ answer }) => answer !== null);
  let last = answered().at(-1)?.answer?.id ?? 0;
  const onChange = () => {
    const fresh = answered().filter(({ answer }) => (answer?.id ?? 0) > last);
    last = Math.max(last, ...fresh.map(({ answer }) => answer?.id ?? 0));
    if (session.status !== 'live') return;
    for (const { question, answer } of fresh)
      say(() =>
        `${t('The AI has answered {name}.', { name: question.name })} ${answer?.text.slice(0, SPOKEN) || heard(answer?.sentence ?? '')}`.trim(),
      );
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
      if (now === 'over')
        say(() => (name ? t('The time for {phase} is over.', { phase: name }) : t('The time is over.')));
      else if (now !== 'paused')
        say(() => t('{phase}: {minutes:minute|minutes}.', { phase: name || t('The timer'), minutes }));
      else if (said !== '' && said !== 'paused') say(() => t('The timer is paused.'));
    }
    said = now;
    if (state.running && state.leftMs > 0) wait = setTimeout(look, Math.min(state.leftMs + 50, LONGEST_MS));
  };
  document.addEventListener('change', look, { signal });
  signal.addEventListener('abort', () => clearTimeout(wait));
  look();
}

/** Once when it begins and once when it is over; and what is offered or watched. */
function announceFocus(session: Session, say: Say, signal: AbortSignal): void {
  const { standing, documents } = session;
  let alone = standing.focus;
  const nameOf = (id: string) => session.people.find((person) => person.id === id)?.name;
  const onFocus = () => {
    const [before, { focus: now }] = [alone, standing];
    alone = now;
    if (session.status !== 'live' || before?.by === now?.by) return;
    if (now) {
      const minutes = Math.max(1, Math.round((now.until - Date.now()) / 60_000));
      const mine = now.by === session.self?.id;
      const name = nameOf(now.by);
      say(() =>
        mine
          ? t('Only you see what you type and run, for up to {minutes:minute|minutes}.', { minutes })
          : t('{name} is thinking privately, for up to {minutes:minute|minutes}.', {
              name: name ?? t('Somebody'),
              minutes,
            }),
      );
    } else if (before?.by === session.self?.id)
      say(() => t('Your private time is over. The others get what you wrote.'));
    else if (before) {
      const name = nameOf(before.by);
      say(() =>
        name === undefined
          ? t('The private time is over. Whoever took it is not here: what they wrote comes when they are back.')
          : t('{name} is not private any more.', { name }),
      );
    }
  };
  standing.addEventListener('focus', onFocus, { signal });
  const passing = () => {
    const lines = focusLines(documents.focus.text.toString());
    return { offer: lines.find(isOffer), watch: lines.find(isWatch), lines };
  };
  // What stands when one comes in is news as well.
  let { offer, watch }: Partial<ReturnType<typeof passing>> = {};
  const onChange = () => {
    if (session.status !== 'live') return;
    const now = passing();
    const [offered, watched] = [now.offer && now.offer.id !== offer?.id, now.watch && now.watch.watch !== watch?.watch];
    const was = offer;
    ({ offer, watch } = now);
    if (offered && now.offer && may(session.role, 'focus')) {
      const { name } = now.offer;
      say(() => t('{name} offers you private time.', { name }));
    }
    // Of one that was taken the time begins with it.
    const gone = () =>
      signal.aborted || offer || standing.focus || say(() => t('Private time is not offered any more.'));
    if (was && !offer) setTimeout(gone, SETTLED_MS);
    if (!watched || !watch || watch.by === session.self?.id) return;
    const stretch = now.lines.filter(isStretch).find(({ id }) => id === watch?.watch);
    if (!stretch || endOf(stretch) <= 0) return;
    const names = { name: watch.name, other: stretch.name };
    say(() => t('{name} watches the private time of {other} together with you.', names));
  };
  documents.focus.addEventListener('change', onChange, { signal });
  session.addEventListener('status', onChange, { signal });
  onChange();
}

/** The candidate hears of each line about them, in the words of the log. */
function announceActivity(session: Session, say: Say, signal: AbortSignal): void {
  const { activity: document } = session.documents;
  const note = sparing(say, signal);
  // What the room heard of last, which need not be what happened last.
  const latest = () =>
    activityOf(session)
      .sort((one, other) => one.id - other.id)
      .at(-1);
  let last = latest();
  const onChange = () => {
    const [before, now] = [last, latest()];
    last = now;
    const news = now && (now.id !== before?.id || now.count !== before.count);
    if (news && now.by === session.self?.id && session.status === 'live')
      note(() => t('Noted in the activity log: {what}.', { what: activityWords(now) }));
  };
  document.addEventListener('change', onChange, { signal });
}

function announceFollowing(session: Session, following: Following, say: Say, signal: AbortSignal): void {
  let before = following.person;
  let asked = following.asked;
  const onChange = () => {
    const nameOf = (id: string | null) => session.people.find((person) => person.id === id)?.name ?? '';
    if (following.person !== before)
      say(() =>
        following.person
          ? t('Following {name}. Type to stop.', { name: nameOf(following.person) })
          : t('Not following any more.'),
      );
    before = following.person;
    const { asked: now } = following;
    if (now && now !== asked)
      say(() =>
        t('{name} asks you to look at {file}, line {line}.', {
          name: now.by.name,
          file: now.document.name || t('the code'),
          line: now.line,
        }),
      );
    asked = now;
  };
  following.addEventListener('change', onChange, { signal });
}
