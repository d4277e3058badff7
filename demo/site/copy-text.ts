/** `<copy-text from="id" label="Copy the candidate link" words="Copy">`: a button that copies another element's text, or what stands in a field. Empty without scripts. */
import { t } from '../../components/wording/words.js';

/** Long enough to read, short enough to copy again. */
const THANKS_MS = 2000;

export class CopyText extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button-small';
    const words = this.getAttribute('words') ?? t('Copy');
    button.textContent = words;
    const label = this.getAttribute('label');
    button.ariaLabel = label;
    const status = document.createElement('span');
    status.role = 'status';
    status.className = 'sr-only';
    this.append(button, status);
    button.addEventListener('click', async () => {
      const copied = await this.#copy();
      button.ariaLabel = null;
      button.textContent = copied ? t('Copied') : t('Press Ctrl C');
      status.textContent = button.textContent;
      setTimeout(() => {
        button.textContent = words;
        button.ariaLabel = label;
        status.textContent = '';
      }, THANKS_MS);
    });
  }

  async #copy(): Promise<boolean> {
    const source = document.getElementById(this.getAttribute('from') ?? '');
    if (!source) return false;
    const field = source instanceof HTMLTextAreaElement ? source : null;
    try {
      await navigator.clipboard.writeText(field ? field.value : source.textContent);
      return true;
    } catch {
      // Without a secure context or permission: selects the text, so that the person can copy it.
      if (field) field.select();
      else getSelection()?.selectAllChildren(source);
      return false;
    }
  }
}
