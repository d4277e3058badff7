// Plays back an interview: who typed what, when the program ran and what it printed.
import { type CSSResult, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Replay } from '../party/shared/replay.js';
import { CodeRoomReplayPositionEvent } from './element/replay-events.js';
import { WholeElement } from './element/whole-element.js';
import { startPositionIn } from './replay/clock-text.js';
import type { Coloring } from './replay/coloring.js';
import type { Marker, MarkerKind } from './replay/markers.js';
import { Playback } from './replay/playback.js';
import { prepareKeyframes } from './replay/prepare-keyframes.js';
import { faultIn, fetchReplay, readReplay, textOfReplay } from './replay/read-replay.js';
import { Recording } from './replay/recording.js';
import { playerControls } from './replay/render-controls.js';
import { keyHelp } from './replay/render-key-help.js';
import { colorLegend } from './replay/render-legend.js';
import { type MarkersShown, markerList } from './replay/render-markers.js';
import { peopleRow } from './replay/render-people.js';
import { runShown } from './replay/render-run.js';
import type { ReplayFile } from './replay/replay-files.js';
import { carryOut, replayAction, toggleFullScreen } from './replay/replay-keys.js';
import { ReplayScreen } from './replay/replay-screen.js';
import { controls } from './styles/controls.js';
import { outputStyles } from './styles/output.js';
import { replayLayout } from './styles/replay.js';
import { colorStyles } from './styles/replay-colors.js';
import { markerStyles } from './styles/replay-markers.js';
import { tokens } from './styles/tokens.js';
import { replayedTests } from './tests/render-replayed.js';
import { ReplayTests } from './tests/replay-tests.js';
import { landmark } from './wording/landmarks.js';
import { laterText } from './wording/later-text.js';
import { t } from './wording/words.js';

const NO_MARKERS: readonly Marker[] = [];

/**
 * A player for a `.coderoom` file, by its address (`src`, whose `#t=754` is the second to begin at) or as a Blob (`file`), and for
 * what `GET /api/rooms/{id}/replay` answers as JSON (`replay`). It asks nobody for anything but `src`.
 *
 * @csspart player - The frame around everything.
 * @csspart files - The row of tabs, where there is more than one file.
 * @csspart controls - The bar with the buttons and the slider.
 * @csspart markers - The list of markers, with its filter.
 * @fires {CodeRoomReplayPositionEvent} code-room-replay-position - The position has changed, by playing or seeking, or another replay has been opened.
 */
export class CodeRoomReplay extends WholeElement {
  static override readonly tag: string = 'code-room-replay';
  static override styles: CSSResult[] = [tokens, controls, outputStyles, replayLayout, markerStyles, colorStyles];

  /** Address of a replay file. */
  @property() src = '';
  /** A replay file, such as one that somebody has chosen. */
  @property({ attribute: false }) file?: Blob | undefined;
  /** A replay as JSON. */
  @property({ attribute: false }) replay?: Replay | undefined;
  /** It can be named only with a role. Missing in some browsers of 2023. */
  protected readonly internals = Object.assign(this.attachInternals?.() ?? {}, { role: 'group' });
  @state() private recording: Recording | undefined;
  /** What is shown while there is nothing to play, and why. */
  @state() private trouble: (() => string) | undefined;
  @state() private opening = false;
  @state() private coloring: Coloring = 'none';
  @state() private hiddenKinds: ReadonlySet<MarkerKind> = new Set();
  /** The chosen file; null shows the one being written in. */
  @state() private chosen: number | null = null;
  readonly #playback = new Playback(() => this.#moved());
  #tests: ReplayTests | undefined;
  #screen: ReplayScreen | undefined;
  #opened = new AbortController();
  /** What is open, or being opened. */
  #opening: readonly unknown[] = [];
  /** Where to begin as soon as there is a replay. */
  #wish: number | null = null;
  /** What the last event told. */
  #told = { position: 0, duration: 0 };
  #shownMarkers: readonly Marker[] = [];
  /** Those that the shown ones are of. */
  #allMarkers: readonly Marker[] = NO_MARKERS;

  /** Milliseconds since the start. */
  get position(): number {
    return this.#playback.position;
  }

  /** Length in milliseconds; 0 while there is nothing to play. */
  get duration(): number {
    return this.#playback.duration;
  }

  /** Moments with a name: questions, runs, tests, chat and more, in order. */
  get markers(): readonly Marker[] {
    return this.recording?.markers ?? NO_MARKERS;
  }

  /** The files at the position, as `POST /api/rooms` takes them: those of interviewers alone have a `visibility`. */
  get files(): { name: string; language: string; text: string; visibility?: 'interviewers' }[] {
    return this.recording?.files.textsAt(this.position) ?? [];
  }

  /** Goes to a position, in milliseconds since the start. Before the replay has been opened: as soon as it is. */
  seek(ms: number): void {
    // What has just been set is opened with the next update.
    const isOther = this.#sources.some((source, index) => source !== this.#opening[index]);
    if (!this.recording || isOther) this.#wish = Number(ms) || 0;
    this.#playback.seek(Number(ms));
  }

  /** Plays from the position, so many times as fast as it was: 0.5 to 32. */
  play(rate?: number): void {
    this.#playback.play(rate);
  }

  pause(): void {
    this.#playback.pause();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Its screen was closed when it was taken off the page.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
    this.#screen?.close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('replay') || changed.has('file') || changed.has('src')) void this.#open();
    const { markers } = this;
    if (changed.has('hiddenKinds') || markers !== this.#allMarkers)
      this.#shownMarkers = markers.filter(({ kind }) => !this.hiddenKinds.has(kind));
    this.#allMarkers = markers;
  }

  protected override updated(changed: PropertyValues): void {
    const parent = this.renderRoot.querySelector('.screen');
    // Set from script, because a page's policy may forbid style attributes.
    if (changed.has('recording') || changed.has('opening'))
      for (const row of this.renderRoot.querySelectorAll<HTMLElement>('.people li')) {
        const person = this.recording?.header.people.find(({ id }) => id === row.dataset.person);
        row.style.setProperty('--_person', person?.color ?? '');
      }
    const file = this.#shownFile();
    if (!parent || !file || !this.isConnected) return;
    const { position, coloring } = this;
    this.#screen?.show(parent, this.renderRoot as ShadowRoot, file, position, this.#playback.playing, coloring);
  }

  protected override render(): TemplateResult {
    const { recording } = this;
    if (this.trouble) return html`<p class="trouble" role="alert">${this.trouble()}</p>${this.#picker()}`;
    if (this.opening) return html`<p class="trouble" role="status">${t('Opening the replay…')}</p>`;
    if (!recording?.files.list.length)
      return html`<p class="trouble">${laterText('replay-empty')}</p>${this.#picker()}`;
    const { position } = this;
    const shown = this.#markersShown();
    return html`<div part="player" class="player" @keydown=${this.#key}>
      ${peopleRow(recording, position)}
      ${recording.files.shortened ? html`<p class="note">${t('The beginning of this long interview is shortened: there the text changes in larger steps.')}</p>` : nothing}
      ${this.#tabs(recording)}
      ${colorLegend(this.#screen?.colors.legend(this.coloring) ?? [])}
      <div class="main"><div class="screen"></div><div class="side">
        <div class="output" tabindex="0" role="region" aria-label=${landmark(t('Output'))}>${runShown(recording.runAt(position), position)}${replayedTests(this.#tests?.at(position) ?? [])}</div>
        ${markerList(shown)}
      </div></div>
      ${playerControls({
        shown,
        startedAt: recording.startedAt,
        coloring: this.coloring,
        color: (coloring) => {
          this.coloring = coloring;
        },
        help: () => this.#help(),
      })}
      ${keyHelp()}
    </div>`;
  }

  #picker(): TemplateResult {
    const choose = (event: Event) => {
      const [file] = (event.currentTarget as HTMLInputElement).files ?? [];
      // In place of whatever the page gave.
      if (file) [this.file, this.replay] = [file, undefined];
    };
    return html`<p class="trouble"><label>${t('Choose a replay file')} <input type="file" accept=".coderoom,.replay,.json" @change=${choose} /></label></p>`;
  }

  /** The file that is being written in is shown automatically, until one is chosen. */
  #tabs({ files }: Recording): TemplateResult | typeof nothing {
    if (files.list.length < 2) return nothing;
    const shown = this.#shownFile();
    const choose = (id: number | null) => {
      this.chosen = id;
    };
    return html`<div part="files" class="files" role="group" aria-label=${t('Files')}>
      ${files
        .thereAt(this.position)
        .map(
          ({ id, name }) =>
            html`<button type="button" aria-pressed=${id === shown?.id} @click=${() => choose(id)}>${name}</button>`,
        )}
      ${this.chosen === null ? nothing : html`<button type="button" class="follow" @click=${() => choose(null)}>${t('Follow who writes')}</button>`}
    </div>`;
  }

  #shownFile(): ReplayFile | undefined {
    const files = this.recording?.files;
    const { position } = this;
    return files?.thereAt(position).find(({ id }) => id === this.chosen) ?? files?.lastWritten(position);
  }

  #markersShown(): MarkersShown {
    return {
      playback: this.#playback,
      stretches: this.recording?.stretches ?? [],
      markers: this.#shownMarkers,
      current: this.#shownMarkers.findLast(({ time }) => time <= this.position),
      kinds: [...new Set(this.markers.map(({ kind }) => kind))],
      hidden: this.hiddenKinds,
      go: ({ time }) => this.seek(time),
      filter: (kind, wanted) => {
        const others = [...this.hiddenKinds].filter((one) => one !== kind);
        this.hiddenKinds = new Set(wanted ? others : [...others, kind]);
      },
    };
  }

  get #sources(): readonly unknown[] {
    return [this.replay, this.file, this.src];
  }

  /** Opens what is to be played; what was opened before is given up. */
  async #open(): Promise<void> {
    this.#opened.abort();
    this.#opened = new AbortController();
    const { signal } = this.#opened;
    const { replay, file, src } = this;
    this.#opening = this.#sources;
    this.#close();
    this.#wish = startPositionIn(src) ?? this.#wish;
    if (!replay && !file && !src) return;
    this.opening = true;
    try {
      const source = replay ?? (await (file ? textOfReplay(file) : fetchReplay(src, signal)));
      const recording = new Recording(await readReplay(source));
      if (signal.aborted) return;
      this.#tests = new ReplayTests((kind) => recording.text(kind));
      this.#screen = new ReplayScreen(recording);
      this.recording = recording;
      this.#playback.open(recording);
      if (this.#wish !== null) this.seek(this.#wish);
      this.#wish = null;
      void prepareKeyframes(recording, signal);
    } catch (error) {
      if (!signal.aborted) this.trouble = faultIn(error);
    }
    if (!signal.aborted) this.opening = false;
  }

  #close(): void {
    this.#screen?.close();
    this.#screen = this.#tests = this.recording = undefined;
    [this.chosen, this.trouble, this.opening, this.hiddenKinds] = [null, undefined, false, new Set()];
    this.#playback.open(undefined);
  }

  #moved(): void {
    this.requestUpdate();
    const { position, duration } = this;
    if (this.#told.position === position && this.#told.duration === duration) return;
    this.#told = { position, duration };
    this.dispatchEvent(new CodeRoomReplayPositionEvent(position, duration));
  }

  #help(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  /** To the marker before or after, among those that are shown. */
  #marker(by: 1 | -1): void {
    const { position } = this;
    const markers = this.#shownMarkers;
    const found =
      by > 0 ? markers.find(({ time }) => time > position) : markers.findLast(({ time }) => time < position);
    if (found) this.seek(found.time);
  }

  #key(event: KeyboardEvent): void {
    const action = this.renderRoot.querySelector('dialog')?.open ? null : replayAction(event);
    if (!action) return;
    if (action.type === 'help') this.#help();
    else if (action.type === 'full') toggleFullScreen(this);
    else if (action.type === 'marker') this.#marker(action.by);
    else carryOut(action, this.#playback);
    event.preventDefault();
  }
}
