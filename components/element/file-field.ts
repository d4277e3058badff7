// The field for a file name, in place of its tab or beside the tabs; for a new file also buttons to choose files.
import { html, nothing, type TemplateResult } from 'lit';
import { inComposition } from '../page/composition.js';
import { t } from '../wording/words.js';

interface FileField {
  /** The name to change; undefined for a new file. */
  name?: string;
  submit(name: string): void;
  cancel(focus: boolean): void;
  /** Files were chosen on the computer. */
  chosen(files: FileList): void;
}

export function fileField({ name, submit, cancel, chosen }: FileField): TemplateResult {
  const field = (event: Event) => (event.currentTarget as HTMLElement).closest('form')?.querySelector('input');
  /** Chromium tells a field that is removed that it has lost the focus; by then it was sent or given up. */
  let over = false;
  const end = (act: () => void) => {
    if (over) return;
    over = true;
    act();
  };
  /** `focus`: it is given up by the keyboard. */
  const take = (event: Event, focus: boolean) => {
    const wanted = field(event)?.value.trim() ?? '';
    end(() => (wanted === '' || wanted === name ? cancel(focus) : submit(wanted)));
  };
  const submitted = (event: Event) => {
    event.preventDefault();
    take(event, true);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || inComposition(event)) return;
    event.preventDefault();
    end(() => cancel(true));
  };
  /** Leaving the field of a new file empty cancels, and a new name is used. */
  const left = (event: FocusEvent) => {
    if (name !== undefined) return take(event, false);
    const within = (event.relatedTarget as Element | null)?.closest('form') === field(event)?.form;
    if (!within && field(event)?.value.trim() === '') end(() => cancel(false));
  };
  return html`<form @submit=${submitted} @keydown=${keys}>
    <input
      type="text"
      aria-label=${name === undefined ? t('Name of the new file') : t('New name of the file')}
      placeholder="helpers.py"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      maxlength="255"
      .value=${name ?? ''}
      @blur=${left}
    />
    ${name === undefined ? adding(chosen) : nothing}
  </form>`;
}

function adding(chosen: (files: FileList) => void): TemplateResult {
  return html`<button type="submit">${t('Add')}</button>
    ${picker('files', t('Files…'), t('Add files of this computer'), chosen)}
    ${'webkitdirectory' in HTMLInputElement.prototype ? picker('folder', t('Folder…'), t('Add a folder of this computer'), chosen) : nothing}`;
}

/** A button, because browsers' own file inputs cannot be styled. */
function picker(
  what: 'files' | 'folder',
  words: string,
  label: string,
  chosen: (files: FileList) => void,
): TemplateResult {
  const press = (event: Event) => (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.click();
  const change = ({ currentTarget }: Event) => {
    const { files } = currentTarget as HTMLInputElement;
    if (files?.length) chosen(files);
  };
  // Pressing it keeps the focus in the field: an empty field that loses the focus is removed.
  return html`<span
    ><button type="button" aria-label=${label} title=${label} @pointerdown=${(event: Event) => event.preventDefault()} @mousedown=${(event: Event) => event.preventDefault()} @click=${press}>${words}</button
    ><input class=${what} type="file" hidden multiple ?webkitdirectory=${what === 'folder'} @change=${change}
  /></span>`;
}
