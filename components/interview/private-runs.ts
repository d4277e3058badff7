// Keeps the runs of somebody in private time from the room, and answers in its place: they are shown here alone.
import type { OutgoingMessage } from '../../party/shared/wire/client-message.js';
import type { RoomMessageOf as Of } from '../../party/shared/wire/room-message.js';
import type { PrivateRuns } from '../session/run/run-log.js';
import type { Session } from '../session/session.js';

type HeardMessage = Parameters<PrivateRuns['interceptIncoming']>[0];

/** Numbers of private runs begin here: no room comes so far. */
const FIRST = 2 ** 40;

let last = FIRST;

export class PrivateRunInterceptor implements PrivateRuns {
  /** Others' runs meanwhile: the last one, and what it printed. */
  #meanwhile: HeardMessage[] = [];
  /** A private run is what is shown. */
  #shown = false;

  constructor(private readonly session: Session) {
    session.run.addEventListener('run', () => this.look());
  }

  /** For each message to the room. True: it concerns a private run and must not be sent. */
  interceptOutgoing(message: OutgoingMessage): boolean {
    const { run, documents } = this.session;
    if (message.type === 'start') {
      if (!documents.files.held) return false;
      this.#shown = true;
      run.apply(this.#started(message));
      return true;
    }
    if (!('run' in message) || message.run <= FIRST) return false;
    if (message.type === 'print') run.apply({ ...message, type: 'printed' });
    else if (message.type === 'finish') run.apply({ ...message, type: 'finished' });
    else if (message.type === 'stop' || message.type === 'answer') run.apply(message);
    return true;
  }

  /** For each message from the room. True: it is kept, and shown when private time is over. */
  interceptIncoming(message: HeardMessage): boolean {
    if (!this.#shown) return false;
    this.#meanwhile = message.type === 'started' ? [message] : [...this.#meanwhile, message];
    this.look();
    return true;
  }

  /** Shows others' runs again when private time is over and the private program has ended. While the session is syncing, the room has not said yet whether private time goes on. */
  look(): void {
    const { run, documents, status } = this.session;
    if (!this.#shown || documents.files.held || run.running || status === 'syncing') return;
    this.#shown = false;
    for (const message of this.#meanwhile.splice(0)) run.apply(message);
  }

  #started({ request, document, version, language }: Extract<OutgoingMessage, { type: 'start' }>): Of<'started'> {
    const { run, self } = this.session;
    return {
      type: 'started',
      record: {
        ...{ run: ++last, request, replica: run.replica, person: self?.id ?? '', name: self?.name ?? '' },
        ...{ document, version, language, state: 'running', elapsedMs: 0 },
      },
    };
  }
}
