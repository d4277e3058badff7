// The form of a test, with the fields of its kind.
import { html, nothing, type TemplateResult } from 'lit';
import { TEST_LIMITS } from '../../party/shared/tests.js';
import { inComposition } from '../page/composition.js';
import { landmark } from '../wording/landmarks.js';
import { t, translated, type Words } from '../wording/words.js';
import { isSqlFile, type TestFields } from './test-fields.js';

interface TestForm {
  fields: TestFields;
  /** Names of the room's files. */
  files: readonly string[];
  /** What has to be corrected before saving. */
  faults: readonly string[];
  /** The test exists already. */
  known: boolean;
  /** This person may hide tests from candidates. */
  mayHide: boolean;
  /** Something was typed into the fields. `shape`: other fields are needed. */
  changed(shape: boolean): void;
  leave(): void;
  save(): void;
  cancel(): void;
  remove(): void;
}

type TextField = {
  [Name in keyof TestFields]: TestFields[Name] extends string ? Name : never;
}[keyof TestFields];

export function testForm(form: TestForm): TemplateResult {
  const { fields, faults, known, mayHide, leave, cancel, remove, save } = form;
  const submit = (event: Event) => {
    event.preventDefault();
    save();
  };
  return html`<form class="form" aria-label=${landmark(known ? t('Change a test') : t('New test'))} novalidate @submit=${submit} @keydown=${escapes(leave)}>
    <div class="pair">
      ${line(form, 'name', t('Name'), { maxlength: TEST_LIMITS.nameLength })}
      <label>${t('What it does')}
        <select @change=${(event: Event) => choose(form, event)}>
          ${Object.entries(KINDS).map(([kind, words]) => html`<option value=${kind} .selected=${fields.kind === kind}>${translated(words)}</option>`)}
        </select>
      </label>
    </div>
    ${OF_KIND[fields.kind](form)}
    ${mayHide ? check(form, 'hidden', t('Hidden: only interviewers see it, and it runs on their pages alone')) : nothing}
    ${faultList(faults)}
    <div class="buttons">
      <button class="main" type="submit">${t('Save')}</button>
      <button type="button" @click=${cancel}>${t('Cancel')}</button>
      ${known ? html`<button class="remove" type="button" @click=${remove}>${t('Remove')}</button>` : nothing}
    </div>
  </form>`;
}

/** Maximum number of faults shown. */
const SHOWN = 5;

export function faultList(faults: readonly string[]): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<ul class="faults" role="alert">${faults.slice(0, SHOWN).map((fault) => html`<li>${fault}</li>`)}</ul>`;
}

const KINDS = {
  io: 'Gives input, compares output',
  call: 'Calls a function',
  code: 'Runs a test file',
} as const satisfies Words;

const OF_KIND: Readonly<Record<TestFields['kind'], (form: TestForm) => TemplateResult>> = {
  io: (form) => html`<div class="pair">
      ${area(form, 'stdin', t('Input'), t('What the program reads, line by line'))}
      ${area(form, 'stdout', t('Expected output'), t('What it must print'))}
    </div>
    ${fileChoice(form, t('The file that Run runs'))}
    ${check(form, 'exact', t('Spaces at the ends of lines, and empty lines at the end, count'))}`,
  call: (form) => html`<div class="pair">
      ${line(form, 'called', t('Function'), { placeholder: 'add' })}
      ${line(form, 'args', t('Arguments'), { placeholder: '[1, 2], "text", true' })}
    </div>
    <div class="pair">
      ${line(form, 'expected', t('Expected value'), { placeholder: '3' })}
      ${line(form, 'tolerance', t('Tolerance (may be empty)'), { placeholder: '0.001' })}
    </div>
    ${fileChoice(form, t('The file that Run runs'))}`,
  code: (form) => html`${fileChoice(form, t('Choose a file'))}
    ${
      isSqlFile(form.fields.file)
        ? html`${area(form, 'rows', t('Expected rows'), '{"columns": ["name"], "values": [["Ada"]]}')}
            ${area(form, 'setup', t('Statements before the query (may be empty)'), 'INSERT INTO …')}
            ${check(form, 'ordered', t('The order of the rows counts'))}`
        : nothing
    }`,
};

function line(form: TestForm, name: TextField, label: string, more: { placeholder?: string; maxlength?: number }) {
  const { placeholder = '', maxlength = 100_000 } = more;
  return html`<label>${label}
    <input type="text" class=${name === 'name' ? '' : 'code'} name=${name} placeholder=${placeholder} maxlength=${maxlength}
      autocomplete="off" autocapitalize="off" spellcheck="false" .value=${form.fields[name]} @input=${typed(form, name)} />
  </label>`;
}

function area(form: TestForm, name: TextField, label: string, placeholder: string): TemplateResult {
  return html`<label>${label}
    <textarea class="code" name=${name} rows="3" placeholder=${placeholder} autocapitalize="off" spellcheck="false"
      .value=${form.fields[name]} @input=${typed(form, name)}></textarea>
  </label>`;
}

function check(form: TestForm, name: 'exact' | 'ordered' | 'hidden', label: string): TemplateResult {
  const change = (event: Event) => {
    form.fields[name] = (event.currentTarget as HTMLInputElement).checked;
    // Hidden tests may be of hidden files, too.
    form.changed(name === 'hidden');
  };
  return html`<label class="check"><input type="checkbox" name=${name} .checked=${form.fields[name]} @change=${change} /> ${label}</label>`;
}

/** A file that was removed stays selected until another is chosen. */
function fileChoice(form: TestForm, none: string): TemplateResult {
  const { fields, files } = form;
  const all = fields.file === '' || files.includes(fields.file) ? files : [...files, fields.file];
  const change = (event: Event) => {
    fields.file = (event.currentTarget as HTMLSelectElement).value;
    form.changed(true);
  };
  return html`<label>${t('File')}
    <select name="file" @change=${change}>
      <option value="" .selected=${fields.file === ''}>${none}</option>
      ${all.map((name) => html`<option value=${name} .selected=${fields.file === name}>${name}</option>`)}
    </select>
  </label>`;
}

function typed(form: TestForm, name: TextField) {
  return (event: Event): void => {
    Object.assign(form.fields, { [name]: (event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value });
    form.changed(false);
  };
}

function choose(form: TestForm, event: Event): void {
  form.fields.kind = (event.currentTarget as HTMLSelectElement).value as TestFields['kind'];
  form.changed(true);
}

/** Escape closes a form, like a menu. */
export function escapes(leave: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || inComposition(event)) return;
    event.preventDefault();
    leave();
  };
}
