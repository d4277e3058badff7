// Carries out a run that was requested on this page: asks the room, runs the program in the sandbox, sends its output.
import { Departure } from '../page/departure.js';
import { until } from '../page/wait.js';
import { isRemote } from '../runner/languages/definition.js';
import { packsAreUnknown } from '../runner/languages/packs.js';
import { languageChanges, languageDefinition } from '../runner/languages/registry.js';
import type { Runner, RunnerProgress, RunRequest, RunResult, RunSink } from '../runner/runner.js';
import { laterRefusal } from '../session/refusal/later-refusal.js';
import type { RunTicket } from '../session/run/run-log.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { notLoaded } from '../wording/errors.js';
import { laterText } from '../wording/later-text.js';
import { sharedSentence, usualFileName } from '../wording/name-text.js';
import { speech } from '../wording/words.js';
import { CodeRoomBeforeRunEvent } from './before-run-event.js';
import { keepInput } from './run-input.js';
import type { RunOutcome } from './run-options.js';
import type { Turn } from './run-queue.js';

/** What running a program here needs. */
export interface RunEnvironment {
  /** Aborted when this page leaves the room. */
  signal: AbortSignal;
  load(): Promise<Runner>;
  refused(why: unknown): void;
}

/** A requested run. */
interface RequestedRun extends RunEnvironment {
  session: Session;
  turn: Turn;
  /** The file to run, evaluated when it is the run's turn. */
  file(): SessionDocument;
  /** Why a file cannot be run now, as a sentence; empty when it can. */
  obstacleTo(document: SessionDocument): string;
  /** Where the page hears of it before it begins. */
  element: EventTarget;
  /** The page's input to the run. */
  given(): Pick<RunRequest, 'stdin' | 'schema' | 'showResult' | 'packages' | 'room'>;
  answer(prompt: number, text: string | null): void;
  progress(progress: RunnerProgress | null): void;
}

type Program = Pick<RunRequest, 'code' | 'fileName' | 'files'>;

/** A room that cannot be reached is not waited for. */
const ECHO_MS = 3_000;
/** The room must have the last edit, because it refers to the program by its version. */
const SETTLE_MS = 150;
/** Run may be called before the server has said which language packs it has, or before what keeps private runs here has been loaded. */
const LOADED_MS = 2_000;

/** Asked for on this page: each has an id of its own in the sandbox, which may have it before the room has given it a number. */
let runs = 0;

/** Never rejects: what cannot be run counts as failed. */
export async function carryOut(requested: RequestedRun): Promise<RunOutcome> {
  const { session, turn, signal, refused } = requested;
  let asked = false;
  for (;;) {
    await until(session, 'status', () => session.status !== 'connecting' && session.status !== 'syncing', { signal });
    await until(session.run, 'run', () => !session.run.running, { signal });
    await until(session, 'saved', () => session.saved, { limit: SETTLE_MS, signal });
    const document = requested.file();
    const language = languageOf(document);
    const failed = (why: unknown): RunOutcome => {
      if (why) refused(why);
      return { id: '', language, state: 'failed', durationMs: 0 };
    };
    const known = () => languageDefinition(language) !== undefined || !packsAreUnknown();
    await until(languageChanges, 'change', known, { limit: LOADED_MS, signal });
    const kept = () => !session.documents.files.held || session.run.privateRuns !== null;
    await until(session.run, 'private-runs', kept, { limit: LOADED_MS, signal });
    const definition = languageDefinition(language);
    const leaves = session.documents.files.held && definition !== undefined && isRemote(definition);
    // Another element, in another language, may have been rendered last.
    speech.adoptLanguageOf?.(requested.element as Element);
    const obstacle = leaves ? laterText('run-private-server') : requested.obstacleTo(document);
    // Else everybody would see it.
    if (!signal.aborted && !kept()) return failed(laterRefusal('files-held'));
    if (signal.aborted || obstacle) return failed(obstacle);
    const stopped: RunOutcome = { id: '', language, state: 'stopped', durationMs: 0 };
    if (turn.withdrawn) return stopped;
    const { name } = document;
    const event = new CodeRoomBeforeRunEvent(language, name, document.text.toString());
    if (!asked && !requested.element.dispatchEvent(event)) return stopped;
    asked = true;
    const program = programOf(session, document);
    const agreed = session.run.start(language, document).then((ticket) => {
      turn.begin();
      if (turn.withdrawn) session.run.stop();
      return ticket;
    });
    const ran = runAgreed(requested, language, program, agreed);
    try {
      const ticket = await agreed;
      return await share(requested, ticket, language, ran);
    } catch (error) {
      // Somebody else was faster, so wait for their run first.
      const outcome = session.run.running ? undefined : failed(error);
      await ran.catch(() => undefined); // Why it could not begin has just been said.
      if (outcome) return outcome;
    }
  }
}

/** The current text of the file, and of the others. Everybody reads what is printed, so a program has only what everybody may read, whoever runs it; one in a hidden file has the hidden ones, too. */
function programOf({ documents: { files } }: Session, document: SessionDocument): Program {
  const hidden = files.list.some((file) => file.document === document && file.hidden);
  const others = files.list.filter((file) => file.document !== document && (hidden || !file.hidden));
  return {
    code: document.text.toString(),
    fileName: document.name || usualFileName(languageOf(document)),
    files: others.map((file) => ({ name: file.name, text: file.document.text.toString() })),
  };
}

/** The program goes to its interpreter while the room is asked, which takes as long; it begins when the room has agreed. */
function runAgreed(
  requested: RequestedRun,
  language: string,
  program: Program,
  agreed: Promise<RunTicket>,
): Promise<RunResult> {
  const over = new AbortController();
  const end = () => over.abort();
  const given = requested.given();
  let ticket: RunTicket | undefined;
  agreed.then((its) => {
    ticket = its;
    ticket.onanswer = requested.answer;
    keepInput(requested.session, ticket.id, given.stdin ?? '');
    ticket.signal.addEventListener('abort', end);
    if (ticket.signal.aborted) end();
  }, end);
  const sink: RunSink = { output: (kind, text) => ticket?.print(kind, text), progress: requested.progress };
  const ran = runOne(requested, { id: `run-${++runs}`, language, ...program, ...given }, sink, over.signal, agreed);
  // Whoever waits for the room hears of it after that.
  ran.catch(() => undefined);
  return ran;
}

/** Tells the room what comes of it, after it has agreed. */
async function share(
  requested: RequestedRun,
  ticket: RunTicket,
  language: string,
  ran: Promise<RunResult>,
): Promise<RunOutcome> {
  const { session, progress, refused } = requested;
  const { id } = ticket;
  let outcome: RunResult;
  try {
    outcome = await ran;
  } catch (error) {
    ticket.print('note', sharedSentence(error));
    refused(error);
    outcome = { state: 'failed', durationMs: 0 };
  }
  progress(null);
  ticket.finish(outcome.state, outcome.durationMs);
  // Wait until everybody has received the last output and the end.
  const over = () => session.run.current?.id !== id || !session.run.running;
  await until(session.run, 'run', over, { limit: ECHO_MS, signal: requested.signal });
  return { id, language, ...outcome };
}

/**
 * Runs in the sandbox of this page, or on the server that its language was registered with, as soon as `agreed` resolves.
 * Rejects as `Runner.run` does, but not on a page that is being left: its run ends as interrupted, in the room.
 */
export async function runOne(
  environment: RunEnvironment,
  request: RunRequest,
  sink: RunSink,
  signal: AbortSignal,
  agreed?: Promise<unknown>,
): Promise<RunResult> {
  const departure = new Departure();
  try {
    const definition = languageDefinition(request.language);
    if (definition && isRemote(definition)) {
      await agreed;
      if (signal.aborted) return { state: 'stopped', durationMs: 0 };
      // Most pages never need it.
      const { runRemotely } = await import('../runner/remote/run-remotely.js').catch(notLoaded);
      return await runRemotely(request, sink, signal);
    }
    const result = await runHere(environment, request, sink, signal, agreed);
    if (result.state !== 'interrupted' || environment.signal.aborted) return result;
    await departure.calledOff();
    // A frame that was lost while the page stays is reported with its reason, not as somebody having left.
    const { durationMs, sentence = '' } = result;
    sink.output('note', sentence);
    environment.refused(sentence);
    return { state: 'failed', durationMs };
  } catch (error) {
    await departure.calledOff();
    throw error;
  } finally {
    departure.end();
  }
}

async function runHere(
  environment: RunEnvironment,
  request: RunRequest,
  sink: RunSink,
  signal: AbortSignal,
  agreed: Promise<unknown> | undefined,
): Promise<RunResult> {
  const runner = await environment.load();
  const stop = () => runner.stop();
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) return { state: 'stopped', durationMs: 0 };
    return await runner.run(request, sink, agreed);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function languageOf({ language }: SessionDocument): string {
  return language || 'python';
}
