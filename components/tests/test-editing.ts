// Editing in the test panel: one test in a form, or all of them as text, until saved or cancelled.
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { readAsked } from '../../party/shared/asked-questions.js';
import type { Test } from '../../party/shared/tests.js';
import type { Session } from '../session/session.js';
import { sentenceOf } from '../wording/errors.js';
import { landmark } from '../wording/landmarks.js';
import { testText } from '../wording/test-text.js';
import { t } from '../wording/words.js';
import { escapes, faultList, testForm } from './render-form.js';
import { fieldsOf, newFields, type TestFields, testOf, testsOf, textOf } from './test-fields.js';
import type { Testing, TestToEdit } from './testing.js';

/** `before` is the test as it was opened; `seen` is the list that the text was made from. */
type OpenOne = { fields: TestFields; before: Test | null };
type Open = OpenOne | { text: string; seen: readonly Test[] };

interface Said {
  sentence: string;
  undo?: () => void;
}

export class TestEditing {
  #open: Open | null = null;
  /** The question that was shown when it was opened, or when a test was removed: other questions have tests of their own. */
  #question = 0;
  #faults: readonly string[] = [];
  #said: Said | null = null;
  /** Something was typed, so Escape must not discard it. */
  #touched = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly session: Session,
    private readonly testing: Testing,
    /** Moves the focus, by a selector in the panel. */
    private readonly focus: (selector: string) => void,
  ) {}

  /** Something is being edited, or was just removed. */
  get active(): boolean {
    return this.#open !== null || this.#said !== null;
  }

  /** Opens a form; if something is being edited, that stays open. */
  begin(toEdit: TestToEdit): void {
    const { tests } = this.testing.tests;
    if (!this.#open) {
      if ('all' in toEdit) {
        this.#open = { text: textOf(tests), seen: tests };
      } else if ('like' in toEdit) this.#open = { fields: newFields(namesOf(tests), toEdit.like), before: null };
      else this.#open = { fields: fieldsOf(toEdit.test), before: toEdit.known ? toEdit.test : null };
      this.#faults = [];
      this.#said = null;
      this.#touched = false;
      this.#question = this.#shownQuestion;
    }
    this.focus('.form :is(input, textarea)');
    this.host.requestUpdate();
  }

  form(): TemplateResult | typeof nothing {
    const open = this.#open;
    if (!open) return nothing;
    return 'fields' in open ? this.#one(open) : this.#all(open);
  }

  /** The last action, with an undo button. */
  said(): TemplateResult {
    const { sentence = '', undo } = this.#said ?? {};
    const back = undo && html`<button type="button" @click=${undo}>${t('Bring it back')}</button>`;
    return html`<p class="said" role="status">${sentence} ${back}</p>`;
  }

  #one(open: OpenOne): TemplateResult {
    const { files } = this.session.documents;
    const { before } = open;
    return testForm({
      fields: open.fields,
      files: files.list.filter(({ hidden }) => !hidden || open.fields.hidden).map(({ name }) => name),
      faults: this.#faults,
      known: before !== null,
      mayHide: this.testing.controller.mayRunHidden,
      changed: (shape) => {
        this.#touched = true;
        if (shape) this.host.requestUpdate();
      },
      leave: () => this.#escape(before),
      save: () => this.#saveOne(open),
      cancel: () => this.#close(before),
      remove: () => before && this.#remove(before),
    });
  }

  #all(open: { text: string; seen: readonly Test[] }): TemplateResult {
    const submit = (event: Event) => {
      event.preventDefault();
      this.#saveAll(open);
    };
    const typed = (event: Event) => {
      open.text = (event.currentTarget as HTMLTextAreaElement).value;
      this.#touched = true;
    };
    return html`<form class="form" aria-label=${landmark(t('All tests as text'))} novalidate @submit=${submit} @keydown=${escapes(() => this.#escape(null))}>
      <label>${t('All tests as JSON, to copy them, or to change many at once')}
        <textarea class="code" name="all" rows="14" spellcheck="false" autocapitalize="off" .value=${open.text} @input=${typed}></textarea>
      </label>
      ${faultList(this.#faults)}
      <div class="buttons">
        <button class="main" type="submit">${t('Save')}</button>
        <button type="button" @click=${() => this.#close(null)}>${t('Cancel')}</button>
      </div>
    </form>`;
  }

  #saveOne({ fields, before }: OpenOne): void {
    if (!this.#isSameQuestion()) return;
    const { tests } = this.testing.tests;
    const old = before ? tests.findIndex((test) => isSameTest(test, before)) : -1;
    const others = tests.filter((_, index) => index !== old);
    const { made, faults } = testOf(fields, others);
    if (!made) return this.#refuse(faults);
    // Somebody else may have removed it meanwhile; then it is added again.
    const all = old < 0 ? [...tests, made] : tests.map((test, index) => (index === old ? made : test));
    if (this.#set(all)) this.#close(made);
  }

  #saveAll({ text, seen }: { text: string; seen: readonly Test[] }): void {
    if (!this.#isSameQuestion()) return;
    const { made, faults } = testsOf(text);
    if (!made) return this.#refuse(faults);
    // Others' changes since it was opened are kept.
    if (this.#set(made, seen)) this.#close(null);
  }

  #remove(before: Test): void {
    if (!this.#isSameQuestion()) return;
    const { tests } = this.testing.tests;
    const at = tests.findIndex((test) => isSameTest(test, before));
    const removed = tests[at];
    if (!removed || !this.#set(tests.filter((test) => test !== removed))) return;
    this.#close(null);
    this.#said = {
      sentence: testText('test-removed', { name: removed.name }),
      undo: () => this.#bringBack(removed, at),
    };
    this.focus('.said button');
  }

  #bringBack(test: Test, at: number): void {
    const { tests } = this.testing.tests;
    const said = this.#said;
    this.#said = null;
    if (!this.#isSameQuestion()) this.#said = { ...said, sentence: this.#faults.join(' ') };
    else if (this.#set([...tests.slice(0, at), test, ...tests.slice(at)])) this.focus(headOf(test));
    else this.#said = { sentence: this.#faults.join(' ') };
    this.host.requestUpdate();
  }

  /** True when the room accepted it; otherwise the reasons are shown. */
  #set(tests: readonly Test[], base?: readonly Test[]): boolean {
    try {
      this.testing.tests.set(tests, base);
      return true;
    } catch (error) {
      this.#refuse([sentenceOf(error)]);
      return false;
    }
  }

  /** 0 before the first one. */
  get #shownQuestion(): number {
    const asked = readAsked(this.session.documents.questions.text.toString());
    return asked.find(({ current }) => current)?.n ?? 0;
  }

  /** Otherwise it says so. */
  #isSameQuestion(): boolean {
    const same = this.#shownQuestion === this.#question;
    if (!same) this.#refuse([testText('other-question')]);
    return same;
  }

  /** The typed text stays. */
  #refuse(faults: readonly string[]): void {
    this.#faults = faults;
    this.host.requestUpdate();
  }

  #escape(test: Test | null): void {
    if (!this.#touched) this.#close(test);
  }

  #close(test: Test | null): void {
    this.#open = null;
    this.#faults = [];
    this.focus(test ? headOf(test) : '.add');
    this.host.requestUpdate();
  }
}

/** A hidden test and one that all see may have the same name. */
export function isSameTest(one: Pick<Test, 'name' | 'hidden'>, other: Pick<Test, 'name' | 'hidden'>): boolean {
  return one.name === other.name && (one.hidden ?? false) === (other.hidden ?? false);
}

/** Its row in the panel, as a selector. */
function headOf({ name, hidden = false }: Test): string {
  return `[data-hidden=${hidden}] [data-name="${CSS.escape(name)}"] .head`;
}

function namesOf(tests: readonly Test[]): string[] {
  return tests.map(({ name }) => name);
}
