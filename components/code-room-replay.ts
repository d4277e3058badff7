// Plays back an interview: who typed what, when the program ran and what it printed.
import { type CSSResult, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { duration, timeOfDay } from '../party/shared/format-time.js';
import { ROOM_AUTHOR } from '../party/shared/protocol.js';
import type { Replay, ReplayedRun } from '../party/shared/replay.js';
import { GuestElement } from './element/guest-element.js';
import { copyPrinted } from './output/copied-text.js';
import { show } from './output/render-output.js';
import { askedQuestions } from './replay/asked-questions.js';
import { lastUpTo, ReplayClock } from './replay/replay-clock.js';
import type { ReplayDocument } from './replay/replay-document.js';
import { type ReplayFile, ReplayFiles } from './replay/replay-files.js';
import { type LastCursor, ReplayView } from './replay/replay-view.js';
import { controls } from './styles/controls.js';
import { outputStyles } from './styles/output.js';
import { replayLayout } from './styles/replay.js';
import { tokens } from './styles/tokens.js';
import { replayedTests } from './tests/render-replayed.js';
import { ReplayTests } from './tests/replay-tests.js';
import { laterText } from './wording/later-text.js';
import { languageName, ROLE_WORDS } from './wording/status-text.js';

const SPEEDS = [1, 2, 4, 8, 16];
/** Milliseconds that an arrow key seeks. */
const STEP_MS = 5_000;
/** Somebody counts as typing for so long after an edit. */
const TYPING_MS = 2_000;
/** More edits than this at once are shown in one step. */
const STEPS = 50;

/**
 * A player for what `GET /api/rooms/{id}/replay` answers. It asks nobody for anything.
 *
 * @csspart player - The frame around everything.
 * @csspart files - The row of tabs, where there is more than one file.
 * @csspart controls - The bar with the buttons and the slider.
 */
export class CodeRoomReplay extends GuestElement {
  static override styles: CSSResult[] = [tokens, controls, outputStyles, replayLayout];

  /** The replay to play. */
  @property({ attribute: false }) replay?: Replay;
  /** Milliseconds from the start of the replay. */
  @state() private place = 0;
  @state() private playing = false;
  @state() private speed = 1;
  @state() private cut = true;
  /** Why it cannot be played. */
  @state() private trouble = '';
  /** The chosen file; null shows the one being written in. */
  @state() private chosen: number | null = null;
  #files: ReplayFiles | undefined;
  #tests: ReplayTests | undefined;
  /** The file that is shown. */
  #file: ReplayFile | undefined;
  #clock = new ReplayClock([], true);
  #screen: ReplayView | undefined;
  #shown = 0;
  #frame = 0;

  /** Seeks to a position in the replay, in milliseconds. */
  seek(place: number): void {
    this.place = Math.max(0, Math.min(place, this.#clock.length));
    if (this.place >= this.#clock.length) this.pause();
  }

  play(): void {
    if (this.playing || !this.#files) return;
    if (this.place >= this.#clock.length) this.place = 0;
    this.playing = true;
    let before = performance.now();
    const tick = (now: number) => {
      if (!this.playing) return;
      this.seek(this.place + (now - before) * this.speed);
      before = now;
      this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
  }

  pause(): void {
    this.playing = false;
    cancelAnimationFrame(this.#frame);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('replay')) this.#load();
  }

  protected override updated(): void {
    const parent = this.renderRoot.querySelector('.screen');
    if (!parent || !this.#files?.list.length) return;
    // Set from script, because a page's policy may forbid style attributes.
    for (const row of this.renderRoot.querySelectorAll<HTMLElement>('.people li')) {
      const person = this.replay?.people.find(({ id }) => id === row.dataset.person);
      row.style.setProperty('--_person', person?.color ?? '');
    }
    this.#screen ??= new ReplayView(parent, this.renderRoot as ShadowRoot, 'Code at this moment');
    this.#project();
  }

  protected override render(): TemplateResult {
    const { replay } = this;
    if (this.trouble) return html`<p class="trouble" role="alert">${this.trouble}</p>`;
    if (!replay || !this.#files?.list.length) return html`<p class="trouble">${laterText('replay-empty')}</p>`;
    const time = this.#clock.timeAt(this.place);
    const writing = this.#writing(time);
    return html`<div part="player" class="player" @keydown=${this.#key}>
      <ul class="people" aria-label="People">
        ${replay.people.map(
          ({ id, name, role }) =>
            html`<li class=${writing?.id === id ? 'writes' : ''} data-person=${id}><i></i>${name} <small>${ROLE_WORDS[role]}${writing?.id === id ? ', typing' : nothing}</small></li>`,
        )}
      </ul>
      ${this.#files.compacted ? html`<p class="note">The beginning of this long interview is shortened: there the text changes in larger steps.</p>` : nothing}
      ${this.#tabs(this.#files, time)}
      <div class="main"><div class="screen"></div>${this.#output(time)}</div>
      ${this.#controls(time)}
    </div>`;
  }

  /** The file that is being written in is shown automatically, until one is chosen. */
  #tabs(files: ReplayFiles, time: number): TemplateResult | typeof nothing {
    if (files.list.length < 2) return nothing;
    const shown = this.#at(time);
    const choose = (id: number | null) => {
      this.chosen = id;
    };
    return html`<div part="files" class="files" role="group" aria-label="Files">
      ${files
        .thereAt(time)
        .map(
          ({ id, name }) =>
            html`<button type="button" aria-pressed=${id === shown?.id} @click=${() => choose(id)}>${name}</button>`,
        )}
      ${this.chosen === null ? nothing : html`<button type="button" class="follow" @click=${() => choose(null)}>Follow who writes</button>`}
    </div>`;
  }

  /** The file to show. */
  #at(time: number): ReplayFile | undefined {
    return this.#files?.thereAt(time).find(({ id }) => id === this.chosen) ?? this.#files?.lastWritten(time);
  }

  #controls(time: number): TemplateResult {
    const length = this.#clock.length;
    const words = `${clock(this.place)} of ${clock(length)}, ${timeOfDay(time)}`;
    return html`<div part="controls" class="controls">
      <button type="button" class="play" @click=${this.#toggle}>${this.playing ? 'Pause' : 'Play'}</button>
      <input type="range" aria-label="Time" aria-valuetext=${words} min="0" max=${Math.max(1, length)} step="any" .value=${String(this.place)} @input=${this.#slide} />
      <output>${clock(this.place)} / ${clock(length)}</output>
      <label>Speed <select @change=${this.#choose}>${SPEEDS.map((speed) => html`<option value=${speed} .selected=${speed === this.speed}>${speed}×</option>`)}</select></label>
      <label><input type="checkbox" .checked=${this.cut} @change=${this.#cutPauses} /> Skip pauses</label>
      ${askedQuestions(this.#files?.asked ?? [], time, (asked) => this.seek(this.#clock.placeOf(asked)))}
      <ol class="runs" aria-label="Runs">
        ${(this.replay?.runs ?? []).map(
          (run) =>
            html`<li><button type="button" class=${run.state} title="${run.name}, ${languageName(run.language)}" @click=${() => this.seek(this.#clock.placeOf(run.startedAt))}>Run ${run.run}: ${run.state}</button></li>`,
        )}
      </ol>
    </div>`;
  }

  /** The run at that time, and the tests below it. */
  #output(time: number): TemplateResult {
    const run = this.#runAt(time);
    const tests = replayedTests(this.#tests?.at(time) ?? []);
    return html`<div class="output" tabindex="0" role="region" aria-label="Output">${run ? printedBy(run, time) : html`<p>Nothing has run yet.</p>`}${tests}</div>`;
  }

  #load(): void {
    this.pause();
    this.#screen?.close();
    this.#screen = undefined;
    this.#files = this.#file = undefined;
    this.chosen = null;
    try {
      this.#files = this.replay && new ReplayFiles(this.replay.documents);
      this.#tests = this.replay && new ReplayTests(this.replay.documents);
      this.trouble = '';
    } catch {
      this.trouble = laterText('replay-damaged');
    }
    this.#wind();
    this.place = 0;
    this.#shown = 0;
  }

  #wind(): void {
    const runs = (this.replay?.runs ?? []).flatMap(({ startedAt, durationMs }) => [startedAt, startedAt + durationMs]);
    this.#clock = new ReplayClock([...(this.#files?.times ?? []), ...(this.#tests?.times ?? []), ...runs], this.cut);
  }

  #project(): void {
    const time = this.#clock.timeAt(this.place);
    const file = this.#at(time);
    if (!file || !this.#screen) return;
    const replay = file.history;
    if (file !== this.#file) {
      const words = this.#files?.list.length === 1 ? 'Code at this moment' : `${file.name} at this moment`;
      void this.#screen.highlight(file.language || 'python', words);
      this.#screen.show(replay.textAt(0), null, null, false);
      this.#file = file;
      this.#shown = 0;
    }
    const count = replay.countAt(time);
    const steps = count - this.#shown;
    const changes =
      steps >= 0 && steps <= STEPS ? replay.entries.slice(this.#shown, count).map(({ change }) => change) : null;
    this.#shown = count;
    this.#screen.show(replay.textAt(count), changes, this.#pen(replay, count, time), this.playing);
  }

  #pen({ entries }: ReplayDocument, count: number, time: number): LastCursor | null {
    const last = entries[count - 1];
    const person = this.#writing(time);
    if (!last || !person) return null;
    let at = 0;
    last.change.iterChangedRanges((_fromA, _toA, _fromB, toB) => {
      at = toB;
    });
    return { at, name: person.name, color: person.color };
  }

  /** The person typing at that time. */
  #writing(time: number): Replay['people'][number] | undefined {
    const history = this.#files?.lastWritten(time)?.history;
    const last = history?.entries[history.countAt(time) - 1];
    if (!last || last.author === ROOM_AUTHOR || time - last.time > TYPING_MS) return undefined;
    const id = this.replay?.authors.find(([author]) => author === last.author)?.[1];
    return this.replay?.people.find((person) => person.id === id);
  }

  #runAt(time: number): ReplayedRun | undefined {
    const runs = this.replay?.runs ?? [];
    const run =
      runs[
        lastUpTo(
          runs.map(({ startedAt }) => startedAt),
          time,
        )
      ];
    return run && run.startedAt <= time ? run : undefined;
  }

  #toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  #slide(event: Event): void {
    this.seek(Number((event.currentTarget as HTMLInputElement).value));
  }

  #choose(event: Event): void {
    this.speed = Number((event.currentTarget as HTMLSelectElement).value);
  }

  /** Keeps the moment when pauses are shown or cut. */
  #cutPauses(event: Event): void {
    const time = this.#clock.timeAt(this.place);
    this.cut = (event.currentTarget as HTMLInputElement).checked;
    this.#wind();
    this.seek(this.#clock.placeOf(time));
  }

  #key(event: KeyboardEvent): void {
    const target = event.composedPath()[0] as HTMLElement;
    const slider = target instanceof HTMLInputElement && target.type === 'range';
    const step = { ArrowLeft: -STEP_MS, ArrowDown: -STEP_MS, ArrowRight: STEP_MS, ArrowUp: STEP_MS }[event.key];
    if (slider && step !== undefined) this.seek(this.place + step);
    else if (event.key === ' ' && (slider || target.closest('.cm-editor') || target.closest('.output'))) this.#toggle();
    else return;
    event.preventDefault();
  }
}

function printedBy(run: ReplayedRun, time: number): TemplateResult {
  const ended = time >= run.startedAt + run.durationMs;
  const words = ended ? `${run.state} after ${duration(run.durationMs)}` : 'running';
  return html`<p>Run ${run.run} by ${run.name}: ${words}</p>${ended ? guard([run], () => html`<div class="printed" @copy=${copyPrinted}>${shown(run)}</div>`) : nothing}`;
}

/** As in the room, but without links to lines, since the code may have changed. */
const shown = ({ output, name: by }: ReplayedRun) => show({ output, fileNames: [], by, reveal: () => undefined });

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
