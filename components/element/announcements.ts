// Screen reader announcements of a room: who joins, leaves and edits where, changes, runs and prompts, and what could not be done.
import { helpOf } from '../../party/shared/help.js';
import { MAIN_DOCUMENT } from '../../party/shared/protocol.js';
import type { Role } from '../../party/shared/roles.js';
import { errorPlace } from '../output/source-locations.js';
import { openPrompt } from '../session/run/open-prompt.js';
import type { CurrentRun } from '../session/run/run-log.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { RemoteChangeEvent, type RunEvent } from '../session/sync/events.js';
import { runOutcome } from '../wording/format.js';
import { helpSentence } from '../wording/help-text.js';
import { languageName } from '../wording/language-names.js';
import { usualFileName } from '../wording/name-text.js';
import { refusalIn, statusSentence } from '../wording/status-text.js';
import { t, translated, type Words } from '../wording/words.js';
import type { CodeRoomErrorEvent } from './events.js';
import { type Say, sayOf } from './say.js';

/** Minimum time between announcements of somebody's edits; who reads the code hears the rest there. */
const EDITS_MS = 8_000;
/** A changed task is announced after it has been unchanged for so long. */
const TASK_MS = 3_000;
/** Whoever tries again within this time, as by typing where nothing may be written, heard why not. */
const REFUSED_MS = 3_000;

const ROLES: Record<Role, string> = {
  interviewer: 'You are now an interviewer.',
  candidate: 'You are now a candidate: you can edit and run.',
  observer: 'You are now observing: you can watch, but not edit or run.',
  assistant: 'You are now an assistant: you can read, write in the chat and propose changes.',
} satisfies Words;

/** Of the room in `element`; ends with the signal. */
export function announce(
  session: Session,
  element: EventTarget,
  sayAloud: (sentence: string) => void,
  signal: AbortSignal,
): void {
  const say = sayOf(element, sayAloud);
  announcePeople(session, say, signal);
  announceTask(session, say, signal);
  announceRuns(session, say, signal);
  announceRoom(session, say, signal);
  announceFiles(session, say, signal);
  announceRefusals(element, say, signal);
  announceSaving(session, say, signal);
}

/** What the notice line shows of an action that could not be done. */
function announceRefusals(element: EventTarget, say: Say, signal: AbortSignal): void {
  let last = { sentence: '', at: Number.NEGATIVE_INFINITY };
  const onError = (event: Event) => {
    const { sentence } = event as CodeRoomErrorEvent;
    const at = Date.now();
    if (sentence !== last.sentence || at - last.at > REFUSED_MS) say(() => sentence);
    last = { sentence, at };
  };
  element.addEventListener('code-room-error', onError, { signal });
}

function announceSaving(session: Session, say: Say, signal: AbortSignal): void {
  let saving = true;
  const onSaved = () => {
    if (session.status !== 'live') return;
    if (saving && !session.saving) say(() => statusSentence(session));
    // It saves again a moment before one's own edits are saved.
    else if (!saving && session.saving && session.saved) say(() => t('Saved'));
    else return;
    ({ saving } = session);
  };
  session.addEventListener('saved', onSaved, { signal });
  session.addEventListener('status', onSaved, { signal });
  onSaved();
}

/** Announces changes of the files, and edits in the shown one. */
function announceFiles(session: Session, say: Say, signal: AbortSignal): void {
  const { files } = session.documents;
  let shown = new AbortController();
  const follow = () => {
    shown.abort();
    shown = new AbortController();
    const both = shown.signal;
    announceEdits(session.document, say, both);
    announceFileDescription(session, say, both);
  };
  // A file that somebody adds is in the list before its name has arrived.
  const known = () => files.list.filter(({ document }) => document.name || document.id === MAIN_DOCUMENT);
  const names = () => new Map(known().map(({ document, name }) => [document.id, name]));
  let before = names();
  const onChange = () => {
    const now = names();
    if (session.status === 'live') {
      for (const [id, name] of now) if (!before.has(id)) say(() => t('The file {name} has been added.', { name }));
      for (const [id, name] of before) if (!now.has(id)) say(() => t('The file {name} has been removed.', { name }));
    }
    before = now;
  };
  files.addEventListener('shown', follow, { signal });
  files.addEventListener('change', onChange, { signal });
  signal.addEventListener('abort', () => shown.abort());
  follow();
}

function announcePeople(session: Session, say: Say, signal: AbortSignal): void {
  const names = () => new Map(session.people.map(({ id, name }) => [id, name]));
  let joined = session.status === 'live';
  let people = names();
  let { role } = session;

  const onStatus = () => {
    if (session.status === 'live') {
      if (joined) say(() => t('Connected again.'));
      else ({ role } = session);
      joined = true;
      people = names();
    } else if (session.status === 'offline' && joined) {
      say(() => t('Connection lost. You can continue to write; your edits are kept.'));
    } else if (session.refusal) say(() => refusalIn(session));
  };
  const onPeople = () => {
    // The list is filled while connecting; nobody joins then.
    if (session.status !== 'live') return;
    const now = names();
    for (const [id, name] of now) if (!people.has(id)) say(() => t('{name} has joined.', { name }));
    for (const [id, name] of people) if (!now.has(id)) say(() => t('{name} has left.', { name }));
    people = now;
    if (role !== session.role) say(() => translated(ROLES[session.role]));
    ({ role } = session);
  };
  session.addEventListener('status', onStatus, { signal });
  session.addEventListener('people', onPeople, { signal });
  // Refusals from before this module was loaded.
  if (session.refusal) say(() => refusalIn(session));
}

function announceEdits(document: SessionDocument, say: Say, signal: AbortSignal): void {
  let place: Place | undefined;
  let said = '';
  let resting = false;
  const rest = (ms: number) => {
    resting = true;
    setTimeout(tell, ms);
  };
  const tell = () => {
    resting = false;
    if (!place || signal.aborted) return;
    const { name, line } = place;
    if (said === `${line} ${name}`) return;
    said = `${line} ${name}`;
    say(() => t('{name} edits line {line}.', { name, line }));
    rest(EDITS_MS);
  };
  const onChange = (event: Event) => {
    const edit = event instanceof RemoteChangeEvent && placeOf(document, event);
    if (!edit) return;
    place = edit;
    if (!resting) rest(0);
  };
  document.addEventListener('change', onChange, { signal });
}

function announceTask({ documents }: Session, say: Say, signal: AbortSignal): void {
  let task: ReturnType<typeof setTimeout> | undefined;
  const onTask = () => {
    clearTimeout(task);
    task = setTimeout(() => signal.aborted || say(() => t('The task has changed.')), TASK_MS);
  };
  documents.brief.addEventListener(
    'change',
    (event) => event instanceof RemoteChangeEvent && event.author && onTask(),
    {
      signal,
    },
  );
}

interface Place {
  name: string;
  line: number;
}

/** Undefined when nobody in particular made the change. */
function placeOf(document: SessionDocument, { author, change }: RemoteChangeEvent): Place | undefined {
  // Not by the caret: programs and pages write without one.
  const person = document.people.byReplica(author);
  let end = -1;
  change.iterChangedRanges((_fromA, _toA, _fromB, toB) => {
    end = toB;
  });
  if (!person || end < 0) return undefined;
  const { number: line } = document.text.lineAt(Math.min(end, document.text.length));
  return { name: person.name, line };
}

function announceRuns(session: Session, say: Say, signal: AbortSignal): void {
  const onRun = (event: Event) => {
    const run = session.run.current;
    if (!run || !(event as RunEvent).news || session.status !== 'live') return;
    if (run.state === 'running')
      say(() => (run.mine ? t('You started a run.') : t('{name} started a run.', { name: run.by })));
    else say(() => ended(session, run));
  };
  let asked = '';
  const onOutput = () => {
    const prompt = openPrompt(session.run.current);
    const now = prompt ? `${prompt.run}:${prompt.prompt}` : '';
    // Whoever only watches reads it, too, and knows why nothing goes on.
    if (prompt && now !== asked)
      say(() =>
        prompt.text ? t('The program asks: {question}', { question: prompt.text }) : t('The program waits for input.'),
      );
    asked = now;
  };
  session.run.addEventListener('run', onRun, { signal });
  session.run.addEventListener('output', onOutput, { signal });
}

function ended(session: Session, run: CurrentRun): string {
  const whose = run.mine ? t('Your run') : t('{name}’s run', { name: run.by });
  const place = run.state === 'failed' ? failedPlace(session, run) : undefined;
  return place
    ? t('{run} ended with an error in {place}.', { run: whose, place: place.words })
    : `${whose}: ${runOutcome(run)}.`;
}

/** The line where a run failed, from its output. */
export function failedPlace(
  { documents }: Session,
  { output, language, document }: CurrentRun,
): { line: number; fileName: string; words: string } | undefined {
  const program = documents.get(document);
  if (!program) return undefined;
  const printed = output.filter(({ kind }) => kind === 'stderr').map(({ text }) => text);
  const names = [program.name || usualFileName(language), ...documents.files.list.map(({ name }) => name)];
  const place = errorPlace(printed.join(''), [...new Set(names)]);
  if (!place) return undefined;
  const { line, fileName } = place;
  return {
    line,
    fileName,
    words:
      documents.files.list.length > 1
        ? t('line {line} of {file}', { line, file: fileName })
        : t('line {line}', { line }),
  };
}

function announceFileDescription(session: Session, say: Say, signal: AbortSignal): void {
  const { document } = session;
  let { language, name } = document;
  const onFile = () => {
    // The first state received from the room is not a change.
    if (session.status === 'live' && language && document.language !== language)
      say(() => t('The language is now {language}.', { language: languageName(document.language) }));
    if (session.status === 'live' && document.name !== name)
      say(() => t('The file is now called {name}.', { name: document.name }));
    ({ language, name } = document);
  };
  document.addEventListener('file', onFile, { signal });
}

function announceRoom(session: Session, say: Say, signal: AbortSignal): void {
  const { standing } = session;
  let { locked, waiting } = standing;
  const onStanding = () => {
    for (const { id, name } of standing.waiting)
      if (!waiting.some((one) => one.id === id)) say(() => t('{name} is in the waiting room.', { name }));
    if (session.status === 'live' && standing.locked !== locked)
      say(() =>
        standing.locked
          ? t('The room is locked: nobody new can join.')
          : t('The room is unlocked: new people can join.'),
      );
    ({ locked, waiting } = standing);
  };
  standing.addEventListener('change', onStanding, { signal });
  const helpNow = () => helpOf(session.documents.help.text.toString());
  let help = helpNow();
  const onHelp = () => {
    // What a room is told at first is no change.
    if (session.status === 'live' && helpNow() !== help) say(() => helpSentence(helpNow()));
    help = helpNow();
  };
  session.documents.help.addEventListener('change', onHelp, { signal });
  session.addEventListener('status', onHelp, { signal });
}
