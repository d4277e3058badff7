// `<code-room>`, a live coding room in one tag: its public API and its default layout.

import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { isLanguageId } from '../party/shared/clean-names.js';
import type { Role } from '../party/shared/roles.js';
import type { TestResult } from '../party/shared/test-results.js';
import type { Test } from '../party/shared/tests.js';
import { defaultLayout } from './element/default-layout.js';
import { InterviewHost } from './element/interview-host.js';
import { refuse } from './element/refusal-event.js';
import type { RunOutcome } from './run/run-options.js';
import type { Status } from './session/options.js';
import type { Person } from './session/sync/people.js';
import { controls } from './styles/controls.js';
import { layout } from './styles/layout.js';
import { tokens } from './styles/tokens.js';
import type { TestOutcome, TestWish } from './tests/test-controller.js';
import { refusalText } from './wording/refusal-text.js';

/** What the program printed, and the answers people gave it. */
const PROGRAM_OUTPUT: ReadonlySet<string> = new Set(['stdout', 'stderr', 'prompt', 'answer', 'result', 'table']);

/**
 * A live coding room: people edit the same code, and all see the same run. Without `room` it is a local room for one person.
 *
 * @attr {string} name - How others see this person; without it the room assigns a guest name.
 * @attr {boolean} readonly - The visitor can only read; `readOnly` and `readonly` are properties, too.
 * @attr {string} value - Initial `value`; frameworks render it before the script has loaded.
 * @attr {string} language - Initial language of a room that has none, `python` by default. Later, use the property.
 *
 * @slot code - Starter code for a room that nobody has written in: `<script type="text/…">`, `<pre>`, `<textarea>` or `<template>`; several with `data-name="bank.py"` are files.
 * @slot schema - `<script type="application/sql">` that sets up the database before each SQL program.
 * @slot layout - A custom layout, made of `<code-room-editor>` and the other parts.
 * @slot brief - What to do, shown above the editor in place of the room's own.
 * @slot side - Content beside the editor: `<code-room-notes>`, or anything of the page's.
 * @slot toolbar - Further controls for the toolbar.
 *
 * @fires {CodeRoomStatusEvent} code-room-status - The connection's state has changed.
 * @fires {CodeRoomPeopleEvent} code-room-people - Somebody has joined, left or changed name.
 * @fires {CodeRoomStandingEvent} code-room-standing - The room was locked, ended or opened again, or the lobby has changed.
 * @fires {CodeRoomFilesEvent} code-room-files - A file was added, removed, renamed or moved, or another one is run by Run.
 * @fires {CodeRoomQuestionEvent} code-room-question - A question was added, shown or returned to, or a hint or a part of it given.
 * @fires {CodeRoomTestsEvent} code-room-tests - Tests or their results have changed.
 * @fires {CodeRoomErrorEvent} code-room-error - A requested action could not be done.
 * @fires {CodeRoomTokenEvent} code-room-token - A new `token` is needed; not fired when there is a `getToken`.
 *
 * @csspart room - The frame around everything.
 * @csspart toolbar - The bar above the editor.
 * @csspart main - The box of editor and output.
 * @csspart answer - The field for what a program asks.
 *
 * @cssstate live - The room is connected and up to date.
 * @cssstate running - A program is running, whoever started it.
 * @cssstate unsaved - An edit of this person is not on the room's disk yet.
 *
 * @cssprop [--code-room-height=30rem] - Height of the element; `height` works as well.
 * @cssprop [--code-room-side=20rem] - Width of what stands in the slot `side`.
 * @cssprop [--code-room-radius=12px] - Roundness of the frame's corners.
 * @cssprop [--code-room-control-radius=8px] - Roundness of buttons, fields and panels; small boxes have three quarters of it.
 * @cssprop [--code-room-control-size=30px] - Least height of buttons and fields.
 * @cssprop [--code-room-gap=10px] - Space around and between what stands in the toolbar.
 * @cssprop --code-room-shadow - Shadow of what opens above the rest.
 * @cssprop [--code-room-font=ui-sans-serif] - Font of everything but code.
 * @cssprop [--code-room-font-size=14px] - Size of everything but code.
 * @cssprop [--code-room-code-font=ui-monospace] - Font of code and output.
 * @cssprop [--code-room-code-font-size=14px] - Size of code and output; never below 16px on touch screens.
 * @cssprop [--code-room-code-line-height=1.6] - Height of a line of code, in its font size.
 * @cssprop --code-room-background - Ground of the editor.
 * @cssprop --code-room-surface - Ground of toolbar and output.
 * @cssprop --code-room-text - Colour of text.
 * @cssprop --code-room-muted - Colour of text that matters less.
 * @cssprop --code-room-border - Colour of lines between parts.
 * @cssprop --code-room-border-strong - Colour of the borders of fields and buttons; 3 to 1 on the ground.
 * @cssprop --code-room-accent - Colour of focus and selection.
 * @cssprop --code-room-on-accent - Colour of text on the accent.
 * @cssprop --code-room-run - Ground of the Run button.
 * @cssprop --code-room-on-run - Colour of the text of Run.
 * @cssprop --code-room-good - Colour of what is in order.
 * @cssprop --code-room-warn - Colour of what wants a look.
 * @cssprop --code-room-bad - Colour of errors.
 * @cssprop --code-room-faint - Colour of line numbers.
 * @cssprop --code-room-line - Ground of the line with the cursor.
 * @cssprop --code-room-hover - Ground of what the pointer is on.
 * @cssprop --code-room-selection - Ground of selected code.
 * @cssprop --code-room-match - Ground of what is searched, and of brackets that belong together.
 * @cssprop --code-room-problem - Ground of a line with an error.
 * @cssprop --code-room-code-keyword - Colour of keywords in code.
 * @cssprop --code-room-code-string - Colour of strings.
 * @cssprop --code-room-code-number - Colour of numbers and constants.
 * @cssprop --code-room-code-comment - Colour of comments.
 * @cssprop --code-room-code-function - Colour of functions and of what is defined.
 * @cssprop --code-room-code-type - Colour of types.
 * @cssprop --code-room-code-property - Colour of properties.
 * @cssprop --code-room-code-tag - Colour of tags and annotations.
 */
export class CodeRoom extends InterviewHost {
  static override readonly tag: string = 'code-room';
  static override styles: CSSResult[] = [tokens, controls, layout];

  /** Language of the shown file, for everybody; before the room is known, the language for a room that has none. The text stays. */
  get language(): string {
    const { document } = this.visit?.session ?? {};
    return (document?.synced ? document.language : this.initialLanguage) || 'python';
  }
  set language(id: string) {
    if (id === undefined) return;
    const { document } = this.visit?.session ?? {};
    const language = String(id ?? '').toLowerCase();
    if (!isLanguageId(language)) {
      refuse(this, 'language', () => refusalText('language-not-id'));
      return;
    }
    if (!document?.synced) this.initialLanguage = language;
    else if (document.editable) document.describe({ language });
    else refuse(this, 'role', () => refusalText('language-not-editable'));
  }

  /** My name, for everybody. The room cleans it. */
  get name(): string {
    return this.visit?.session.self?.name ?? this.initialName ?? '';
  }
  set name(name: string) {
    if (name && name === this.initialName && name !== this.name) this.visit?.session.rename(name); // Renamed since.
    this.initialName = name;
  }

  /** My role: `interviewer`, `candidate`, `observer` or `assistant`. */
  get personRole(): Role {
    return this.visit?.session.role ?? 'candidate';
  }

  /** The people in the room, with name and role. */
  get people(): readonly Person[] {
    return this.visit?.session.people ?? [];
  }

  /** `connecting`, `waiting` (in the lobby), `syncing`, `live`, `offline`, `refused` or `ended`. */
  get status(): Status {
    return this.visit?.session.status ?? 'offline';
  }

  /** Every edit of mine is on the room's disk. */
  get saved(): boolean {
    return this.visit?.session.saved ?? true;
  }

  /** A program is running in this room, whoever started it. */
  get running(): boolean {
    return this.visit?.session.run.running ?? false;
  }

  /** The output of the current or last run. */
  get output(): string {
    const output = this.visit?.session.run.current?.output ?? [];
    const printed = output.filter(({ kind }) => PROGRAM_OUTPUT.has(kind));
    return printed.map(({ kind, text }) => (kind === 'table' ? `${text}\n` : text)).join('');
  }

  /** Runs the file, after the current run. Never rejects: what cannot be run counts as failed, and `code-room-error` says why. */
  async run(): Promise<RunOutcome> {
    const { meant, visit } = this;
    // An element that has never been on a page never completes an update.
    if (this.isConnected) await this.updateComplete;
    // In its room, also where that is entered again.
    const { runs } = (meant === this.address ? this.visit : visit) ?? this.visit ?? {};
    if (runs) return runs.run();
    refuse(this, 'run', () => refusalText('run-not-on-page'));
    return { id: '', language: this.language, state: 'failed', durationMs: 0 };
  }

  /** Stops the room's run, whoever started it; when there is none, cancels runs that were requested here. */
  stop(): void {
    if (this.running || !this.isConnected) this.visit?.runs.stop();
    // Calls take effect in order: `run()` waits for this too.
    else void this.updateComplete.then(() => this.visit?.runs.stop());
  }

  /** The tests I may read; only interviewers have `hidden` ones. Setting them replaces all for everybody, and never throws. */
  get tests(): Test[] {
    return this.testsOfPage?.tests ?? [];
  }
  set tests(tests: Test[]) {
    if (tests !== undefined) void this.testing((page) => page.set(tests));
  }

  /** The results of the last test run in this room, whoever started it. */
  get testResults(): TestResult[] {
    return this.testsOfPage?.results ?? [];
  }

  /** Runs tests, by default all that are not hidden. Never rejects: what cannot be run is skipped, its result says why, and so does `code-room-error`. */
  async test(wish?: TestWish): Promise<TestOutcome> {
    return (await this.testing((page) => page.test(wish))) ?? { passed: 0, failed: 0, results: [] };
  }

  /** Loads ahead of time what running needs, so that the first run starts at once. */
  warm(): void {
    void this.visit?.runs.warm();
  }

  /** Puts the cursor into the editor. */
  override focus(): void {
    this.focusOn('code-room-editor');
  }

  protected override render(): TemplateResult {
    const own = this.querySelector(':scope > [slot="layout"]') !== null;
    return html`<slot name="layout" @slotchange=${() => this.requestUpdate()}>${own ? nothing : defaultLayout}</slot>
      <slot name="code" hidden></slot>
      <div class="unseen" role="status">${this.announcer?.text}</div>`;
  }
}
