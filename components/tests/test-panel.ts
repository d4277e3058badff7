// The test panel: tests, results and actions.
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TestRun } from '../../party/shared/test-results.js';
import type { RunController } from '../run/run-controller.js';
import type { Session } from '../session/session.js';
import { landmark } from '../wording/landmarks.js';
import { hiddenTests, passedOf, testText } from '../wording/test-text.js';
import { duration } from '../wording/times.js';
import { t } from '../wording/words.js';
import { hiddenOutcome, hiddenSetting } from './render-hidden.js';
import { type TestActions, testRow } from './render-test.js';
import { isSameTest, TestEditing } from './test-editing.js';
import { countsOf, isWrong, type TestWithState, testsWithStates } from './test-states.js';
import type { Testing, TestToEdit } from './testing.js';

/** Below this height, in pixels, the list would leave no space for the output, so it is folded. */
const LOW = 300;

type PanelHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

export class TestPanel {
  readonly editing: TestEditing;
  /** By `keyOf`, as names are unique in each of both lists only. */
  readonly #open = new Set<string>();
  /** The test in the tab order. */
  #current = '';
  #folded: boolean;
  /** Selector of the element to focus after the next update. */
  #focus: string | null = null;
  /** The page allows only reading. */
  #readOnly = false;

  constructor(
    private readonly host: PanelHost,
    private readonly session: Session,
    private readonly runs: RunController,
    private readonly testing: Testing,
  ) {
    this.#folded = this.#isLow;
    this.editing = new TestEditing(host, session, testing, (selector) => {
      this.#folded = false;
      this.#focus = selector;
    });
  }

  render(readOnly: boolean): TemplateResult | typeof nothing {
    this.#readOnly = readOnly;
    this.#cover();
    const { tests, controller } = this.testing;
    const { progress } = controller;
    const [shown, hidden] = [this.#tests(false), this.#tests(true)];
    const none = shown.length + hidden.length + tests.unreadable === 0;
    if (none && !tests.hiddenRun && !this.editing.active) return nothing;
    return html`<section part="tests" class="tests" aria-label=${landmark(t('Tests'))}>
      ${this.#header(shown)}
      ${progress ? html`<p class="said">${progress.sentence}</p>` : nothing}
      ${this.runs.waitsForTests ? html`<p class="said">${testText('run-waits')}</p>` : nothing}
      <div class="body" ?hidden=${this.#folded}>
        ${tests.unreadable > 0 ? html`<p class="said bad">${testText('unreadable', { count: tests.unreadable })}</p>` : nothing}
        ${this.editing.form()}
        ${this.#list(shown, t('Tests'))}
        ${controller.mayRunHidden ? this.#hidden(hidden) : hiddenOutcome(tests.hiddenRun, tests.isOn(tests.hiddenRun))}
        ${this.editing.said()}
      </div>
      <div class="unseen" role="status">${this.#news(shown, tests.run)}</div>
    </section>`;
  }

  updated(): void {
    if (!this.#focus) return;
    const wanted = this.host.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!wanted) return;
    this.#focus = null;
    wanted.focus();
    if (wanted.localName === 'input') (wanted as HTMLInputElement).select();
    if (wanted.localName === 'textarea') (wanted as HTMLTextAreaElement).setSelectionRange(0, 0);
  }

  /** Where there is little height, the open list also covers the code. */
  #cover(): void {
    const { host } = this;
    const over = this.#isLow && !this.#folded;
    host.toggleAttribute('over', over);
    const [main, output] = [host.closest('[part=main]'), host.parentElement];
    const above = over && main && output ? output.getBoundingClientRect().top - main.getBoundingClientRect().top : 0;
    host.style.insetBlockStart = above > 0 ? `${-above}px` : '';
  }

  get #isLow(): boolean {
    return (this.host.parentElement?.clientHeight ?? LOW) < LOW;
  }

  #tests(hidden: boolean): TestWithState[] {
    const { tests } = this.testing;
    const mine = tests.tests.filter((test) => (test.hidden ?? false) === hidden);
    const run = hidden ? tests.hiddenRun : tests.run;
    return testsWithStates(mine, run && { ...run, alive: tests.isOn(run) }, tests.earlier(hidden));
  }

  #header(shown: readonly TestWithState[]): TemplateResult {
    const writes = this.#mayWrite;
    return html`<header>
      <h2><button class="fold" type="button" aria-expanded=${!this.#folded} @click=${() => this.#fold()}>
        <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2 4.2 6 8.2l4-4-1-1-3 3-3-3z" /></svg>${t('Tests')}</button></h2>
      ${this.#summary(shown, this.testing.tests.run)}
      <span class="actions">
        ${this.#buttons(shown, false)}
        ${
          writes
            ? html`<button class="add" type="button" aria-label=${t('Add a test')} title=${t('Add a test')} @click=${() => this.#add()}>
                <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M5.2 1h1.6v4.2H11v1.6H6.8V11H5.2V6.8H1V5.2h4.2z" /></svg>
              </button>
              <button class="all" type="button" title=${t('All tests as text')} @click=${() => this.begin({ all: true })}>JSON</button>`
            : nothing
        }
      </span>
    </header>`;
  }

  /** How many passed; before the first run: how many there are. */
  #summary(shown: readonly TestWithState[], run: TestRun | null, hidden = false): TemplateResult | typeof nothing {
    const { all, passed, failed, over, durationMs } = countsOf(shown);
    const on = this.testing.tests.isOn(run);
    if (run && on) {
      const mine = run.replica === this.session.run.replica;
      const words = mine
        ? t('Running: {part} of {all}', { part: Math.min(over + 1, all), all })
        : t('{name} runs: {part} of {all}', {
            name: this.testing.tests.nameOf(run),
            part: Math.min(over + 1, all),
            all,
          });
      return html`<span class="counts">${words}</span><progress max=${all} .value=${over} aria-label=${t('Tests that are done')}></progress>`;
    }
    if (over === 0 && hidden) return nothing;
    const words = over === 0 ? t('{count:test|tests}', { count: all }) : passedOf(passed, all);
    const mood = over === 0 ? '' : failed > 0 ? 'bad' : passed === all ? 'good' : '';
    return html`<span class="counts ${mood}">${words}</span>
      ${over > 0 && durationMs > 0 ? html`<span class="time">${duration(durationMs)}</span>` : nothing}
      ${run && over > 0 && this.testing.tests.isOutdated(run, hidden) ? html`<span class="changed" title=${testText('tests-outdated')}>${t('Code or tests have changed since')}</span>` : nothing}`;
  }

  /** The text of the live region. The start of a run is announced by the person's own action. */
  #news(shown: readonly TestWithState[], run: TestRun | null): string {
    if (this.runs.waitsForTests) return testText('run-waits');
    const { passed, all, over } = countsOf(shown);
    return this.testing.tests.isOn(run) || over === 0 ? '' : `${t('Tests')}: ${passedOf(passed, all)}.`;
  }

  #buttons(shown: readonly TestWithState[], hidden: boolean): TemplateResult | typeof nothing {
    const { controller, tests } = this.testing;
    const run = hidden ? tests.hiddenRun : tests.run;
    if (shown.length === 0) return nothing;
    if (tests.isOn(run) || (controller.busy && !tests.isOn(hidden ? tests.run : tests.hiddenRun)))
      return html`<button class="stop" type="button" @click=${() => controller.stop()}>${t('Stop')}</button>`;
    const obstacle = controller.obstacle(hidden);
    const wrong = shown.filter(({ state }) => isWrong(state)).map(({ name }) => name);
    const test = (names?: string[]) => void controller.test({ hidden, ...(names && { names }) });
    return html`<button class="run" type="button" title=${obstacle} ?disabled=${obstacle !== ''} @click=${() => test()}>${hidden ? t('Run hidden') : t('Run tests')}</button>
      ${
        wrong.length > 0 && wrong.length < shown.length && obstacle === ''
          ? html`<button type="button" @click=${() => test(wrong)}>${t('Run failed')}</button>`
          : nothing
      }`;
  }

  #hidden(shown: readonly TestWithState[]): TemplateResult | typeof nothing {
    if (shown.length === 0) return nothing;
    return html`<div class="hidden-head">
        <h3>${hiddenTests(shown.length)}</h3>
        ${this.#summary(shown, this.testing.tests.hiddenRun, true)}
        ${this.#mayWrite ? hiddenSetting(this.testing.tests) : nothing}
        <span class="actions">${this.#buttons(shown, true)}</span>
      </div>
      ${this.#list(shown, t('Hidden tests'), true)}`;
  }

  #list(shown: readonly TestWithState[], label: string, hidden = false): TemplateResult | typeof nothing {
    if (shown.length === 0) return nothing;
    const actions = this.#actions(hidden);
    const current = shown.find(({ name }) => keyOf(name, hidden) === this.#current) ?? shown[0];
    return html`<ul class="cases" data-hidden=${hidden} role="list" aria-label=${label} @keydown=${this.#keys} @focusin=${this.#focused}>
      ${repeat(
        shown,
        ({ name }) => name,
        (one) => testRow({ one, open: this.#open.has(keyOf(one.name, hidden)), current: one === current, actions }),
      )}
    </ul>`;
  }

  #actions(hidden: boolean): TestActions {
    const { controller } = this.testing;
    const runs = controller.obstacle(hidden) === '' && !controller.busy;
    const { toggle, run, edit } = hidden ? this.#ofHidden : this.#ofVisible;
    return {
      toggle,
      reveal: this.#reveal,
      run: runs ? run : undefined,
      edit: this.#mayWrite ? edit : undefined,
    };
  }

  get #mayWrite(): boolean {
    return this.testing.tests.mayEdit && !this.#readOnly;
  }

  #add(): void {
    this.begin({ like: this.testing.tests.tests.at(-1) });
  }

  begin(toEdit: TestToEdit): void {
    this.#folded = false;
    this.editing.begin(toEdit);
  }

  #fold(folded = !this.#folded): void {
    this.#folded = folded;
    this.host.requestUpdate();
  }

  // Bound once, so that a row is rendered only when its values change.
  readonly #ofVisible = this.#bound(false);
  readonly #ofHidden = this.#bound(true);
  readonly #reveal: TestActions['reveal'] = (line, file, result) => {
    // The list would cover the line.
    if (this.#isLow) this.#fold(true);
    const place = file !== undefined && result ? this.testing.texts.now({ line, file }, result) : { line, file };
    this.runs.reveal(place.line, place.file);
  };

  #bound(hidden: boolean): Required<Pick<TestActions, 'toggle' | 'run' | 'edit'>> {
    return {
      toggle: (name) => {
        this.#current = keyOf(name, hidden);
        if (!this.#open.delete(this.#current)) this.#open.add(this.#current);
        this.host.requestUpdate();
      },
      run: (name) => void this.testing.controller.test({ names: [name], hidden }),
      edit: (name) => {
        const test = this.testing.tests.tests.find((one) => isSameTest(one, { name, hidden }));
        if (test) this.begin({ test, known: true });
      },
    };
  }

  /** Tab leaves the list, and returns to the same test. */
  readonly #focused = (event: Event) => {
    const { name = '' } = (event.target as Element).closest<HTMLElement>('.case')?.dataset ?? {};
    const current = keyOf(name, (event.currentTarget as HTMLElement).dataset.hidden === 'true');
    if (current === this.#current) return;
    this.#current = current;
    this.host.requestUpdate();
  };

  /** Arrow keys move between tests, because there may be hundreds. */
  readonly #keys = (event: KeyboardEvent) => {
    const target = event.target as Element;
    if (!target.matches('.head, .icon') || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('.case')];
    const at = rows.findIndex((row) => row.contains(target));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    rows[Math.max(0, Math.min(to, rows.length - 1))]?.querySelector<HTMLElement>('.head')?.focus();
  };
}

function keyOf(name: string, hidden: boolean): string {
  return `${hidden} ${name}`;
}
