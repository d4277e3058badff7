/** `<copy-text from="id" what="candidate link">`: a button that copies the text of another element. Without scripts nothing shows. */

/** Long enough to be read, short enough to copy again. */
const THANKS_MS = 2000;

export class CopyText extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button-small';
    button.textContent = 'Copy';
    const label = `Copy the ${this.getAttribute('what')}`;
    button.ariaLabel = label;
    const status = document.createElement('span');
    status.role = 'status';
    status.className = 'sr-only';
    this.append(button, status);
    button.addEventListener('click', async () => {
      const copied = await this.#copy();
      button.ariaLabel = null;
      button.textContent = copied ? 'Copied' : 'Press Ctrl C';
      status.textContent = button.textContent;
      setTimeout(() => {
        button.textContent = 'Copy';
        button.ariaLabel = label;
        status.textContent = '';
      }, THANKS_MS);
    });
  }

  async #copy(): Promise<boolean> {
    const source = document.getElementById(this.getAttribute('from') ?? '');
    if (!source) return false;
    try {
      await navigator.clipboard.writeText(source.textContent);
      return true;
    } catch {
      // No clipboard without a secure context or permission: mark the text, so that the person can copy it.
      getSelection()?.selectAllChildren(source);
      return false;
    }
  }
}
