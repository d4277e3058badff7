// Forwards the session's events as events of the element, and keeps its custom states.

import type { Session } from '../session/session.js';
import type { OutputEvent, RefusedEvent, RunEvent } from '../session/sync/events.js';
import { refusalIn } from '../wording/status-text.js';
import { heard, speech } from '../wording/words.js';
import {
  CodeRoomErrorEvent,
  CodeRoomFilesEvent,
  CodeRoomOutputEvent,
  CodeRoomPeopleEvent,
  CodeRoomQuestionEvent,
  CodeRoomRunEvent,
  CodeRoomStandingEvent,
  CodeRoomStatusEvent,
  CodeRoomTokenEvent,
} from './events.js';

/** Fires events on `element` until the signal ends. */
export function forwardEvents(element: EventTarget, session: Session, signal: AbortSignal): void {
  const on = <E extends Event>(target: EventTarget, type: string, make: (event: E) => Event | undefined) =>
    target.addEventListener(
      type,
      (event) => {
        // Another element, in another language, may have been rendered last.
        speech.adoptLanguageOf?.(element as Element);
        const outgoing = make(event as E);
        if (outgoing) element.dispatchEvent(outgoing);
      },
      { signal },
    );
  on(session, 'status', () => new CodeRoomStatusEvent(session.status, refusalIn(session), session.why.code));
  on(session, 'people', () => new CodeRoomPeopleEvent(session.people));
  on(session.standing, 'change', () => new CodeRoomStandingEvent(session.standing));
  on(session.documents.files, 'change', () => new CodeRoomFilesEvent());
  for (const document of [session.documents.questions, session.documents.questionDesk])
    on(document, 'change', () => new CodeRoomQuestionEvent());
  on(session, 'token', () => new CodeRoomTokenEvent());
  on<RefusedEvent>(
    session,
    'refused',
    ({ reason, sentence, lost, code }) => new CodeRoomErrorEvent(reason, heard(sentence), lost, code),
  );
  on<OutputEvent>(session.run, 'output', ({ output, news }) =>
    output.length > 0 ? new CodeRoomOutputEvent(output, news) : undefined,
  );
  let reported = '';
  on<RunEvent>(session.run, 'run', ({ news }) => {
    const run = session.run.current;
    // The room repeats the run after a reconnect; that is not a change.
    if (!run || reported === `${run.id} ${run.state}`) return;
    // Whoever joins is told of a run that is on, and not of one that was over.
    if (!news && run.state !== 'running' && !reported.startsWith(`${run.id} `)) return;
    reported = `${run.id} ${run.state}`;
    const { id, language, state, durationMs, by, person } = run;
    return new CodeRoomRunEvent(id, language, state, durationMs, by, person, person === session.self?.id, news);
  });
}

/** Keeps `:state(live)`, `:state(running)` and `:state(unsaved)` up to date until the signal ends. */
export function showStates(internals: Partial<ElementInternals>, session: Session, signal: AbortSignal): void {
  const show = () => {
    set(internals, 'live', session.status === 'live');
    set(internals, 'running', session.run.running);
    set(internals, 'unsaved', !session.saved);
  };
  for (const type of ['status', 'saved']) session.addEventListener(type, show, { signal });
  session.run.addEventListener('run', show, { signal });
  signal.addEventListener('abort', () => internals.states?.clear());
}

/** Browsers before May 2024 have no custom states, or only with dashes: `:--live`. */
function set({ states }: Partial<ElementInternals>, name: string, on: boolean): void {
  if (!on) {
    states?.delete(name);
    states?.delete(`--${name}`);
    return;
  }
  try {
    states?.add(name);
  } catch {
    states?.add(`--${name}`);
  }
}
