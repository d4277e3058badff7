// Private time on the candidate's own page: runs stay here, what happens is recorded, and the recording survives a reload and is handed over when the time is over.
import {
  activeStretch,
  FOCUS_LIMITS,
  type FocusRecording,
  type FocusStretch,
  focusLines,
  isStretch,
} from '../../party/shared/focus.js';
import { until } from '../page/wait.js';
import { onPageLifecycle } from '../session/connection/page-lifecycle.js';
import type { Session } from '../session/session.js';
import { postFocus } from '../session/sync/entries.js';
import { FocusRecorder } from './focus-recorder.js';
import { dropFromTab, isGone } from './gone-room.js';
import { PrivateRunInterceptor } from './private-runs.js';

const PREFIX = 'code-room:focus:';
/** How often the recording is saved, so that a crash takes little of it. */
const KEEP_MS = 1_000;
const TRIES = 3;

/** As it is stored. */
interface KeptRecording {
  stretch: number;
  notes: FocusRecording;
}

export class FocusKeeper {
  readonly #runs: PrivateRunInterceptor;
  #current: { stretch: number; recorder: FocusRecorder } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Also in the tab's storage, if it has one. */
  #kept: KeptRecording | null;

  /** `room`: its id, under which the tab keeps recordings. */
  constructor(
    private readonly session: Session,
    private readonly room: string | undefined,
    private readonly signal: AbortSignal,
  ) {
    this.#kept = this.#stored();
    this.#runs = new PrivateRunInterceptor(session);
    session.run.privateRuns = this.#runs;
    // A run may be waiting for it.
    session.run.dispatchEvent(new Event('private-runs'));
    session.standing.addEventListener('focus', () => this.#look(), { signal });
    session.addEventListener('status', () => this.#look(), { signal });
    session.documents.focus.addEventListener('change', () => this.#look(), { signal });
    onPageLifecycle({ resting: () => this.#keep() }, signal);
    signal.addEventListener('abort', () => this.#stop());
    this.#look();
  }

  #look(): void {
    const { session } = this;
    this.#runs.look();
    if (isGone(session)) this.#forget();
    if (session.status !== 'live') return;
    const lines = focusLines(session.documents.focus.text.toString());
    const now = Date.now() + session.standing.clockAhead;
    const active = session.documents.files.held ? activeStretch(lines, now) : undefined;
    if (active && active.by === session.self?.id) this.#begin(active);
    else if (!session.documents.files.held) this.#end(lines.filter(isStretch));
  }

  #begin(stretch: FocusStretch): void {
    if (this.#current?.stretch === stretch.id) return;
    this.#current?.recorder.stop();
    const { session } = this;
    const kept = this.#kept;
    const recorder = new FocusRecorder(
      session.documents.files,
      () => Date.now() + session.standing.clockAhead - stretch.at,
      () => {
        this.#timer ??= setTimeout(() => this.#keep(), KEEP_MS);
      },
      kept?.stretch === stretch.id ? kept.notes : null,
    );
    this.#current = { stretch: stretch.id, recorder };
  }

  /** Also of a stretch whose time was up while this page was closed. */
  #end(stretches: readonly FocusStretch[]): void {
    this.#keep();
    const kept = this.#kept;
    this.#forget();
    if (!kept) return;
    const { self } = this.session;
    if (stretches.some(({ id, by }) => id === kept.stretch && by === self?.id)) void this.#handOver(kept);
  }

  /** In pieces of one key. What the room does not take after some tries stays untold: the edits themselves are with everybody. */
  async #handOver({ stretch, notes: recording }: KeptRecording, tries = TRIES): Promise<void> {
    const json = JSON.stringify(recording);
    const key = Math.random().toString(36).slice(2, 10);
    const { session, signal } = this;
    for (let at = 0; at < json.length; at += FOCUS_LIMITS.piece) {
      await until(session, 'status', () => session.status === 'live', { signal });
      if (signal.aborted) return;
      try {
        await postFocus(session.documents, { stretch, key, piece: json.slice(at, at + FOCUS_LIMITS.piece) });
      } catch {
        // The connection was lost: all of it again.
        return tries > 1 ? this.#handOver({ stretch, notes: recording }, tries - 1) : undefined;
      }
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#current?.recorder.stop();
    this.#current = undefined;
  }

  #forget(): void {
    this.#stop();
    if (!this.#kept) return;
    this.#kept = null;
    dropFromTab(this.#key);
  }

  #keep(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const recording = this.#current?.recorder.recording();
    if (!recording || !this.#current) return;
    this.#kept = { stretch: this.#current.stretch, notes: recording };
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#kept));
    } catch {
      // Full or forbidden: after a reload the recording begins anew.
    }
  }

  #stored(): KeptRecording | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key) ?? 'null') as KeptRecording | null;
    } catch {
      return null; // Storage is forbidden here, as in a sandboxed frame.
    }
  }

  get #key(): string {
    return PREFIX + this.room;
  }
}
