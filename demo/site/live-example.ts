/** `<live-example name="hello" what="The smallest page">`: makes the code block in it editable, and shows beside it what it does. Without scripts the block stays as it is. */

/** Of quiet, before a change is shown. */
const PAUSE_MS = 600;
/** A frame that is this far below the window is made already. */
const AHEAD = '400px';

export class LiveExample extends HTMLElement {
  #frame: HTMLIFrameElement | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #end = new AbortController();
  readonly #field = document.createElement('textarea');
  readonly #problem = document.createElement('p');

  connectedCallback(): void {
    const shown = this.querySelector('code');
    if (!shown || this.#frame) return;
    this.#makeField(shown);
    const side = document.createElement('div');
    side.className = 'example-side';
    this.#problem.role = 'status';
    this.#problem.className = 'example-problem';
    side.append(this.#problem);
    this.append(side);
    this.classList.add('example');
    addEventListener('message', (event) => this.#heard(event), { signal: this.#end.signal });
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        this.#show();
      },
      { rootMargin: AHEAD },
    );
    near.observe(this);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#pause);
    this.#end.abort();
  }

  /** The field takes the place and the id of the code, so that the button beside it copies what is in it. */
  #makeField(shown: HTMLElement): void {
    const field = this.#field;
    const original = shown.textContent;
    field.value = original;
    field.id = shown.id;
    field.spellcheck = false;
    field.autocapitalize = 'off';
    field.rows = original.split('\n').length;
    field.ariaLabel = `Lines of this example: ${this.#what}. What you change is shown beside them.`;
    shown.closest('pre')?.replaceWith(field);
    const back = document.createElement('button');
    back.type = 'button';
    back.className = 'button-small example-back';
    back.textContent = 'Undo my changes';
    back.hidden = true;
    back.addEventListener('click', () => {
      field.value = original;
      back.hidden = true;
      field.focus();
      this.#show();
    });
    field.parentElement?.append(back);
    field.addEventListener('input', () => {
      back.hidden = field.value === original;
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#show(), PAUSE_MS);
    });
  }

  get #what(): string {
    return this.getAttribute('what') ?? '';
  }

  /** In a new frame: scripts of the last one are gone with it. */
  #show(): void {
    const frame = document.createElement('iframe');
    // No origin: it can neither read nor write what belongs to this host.
    frame.setAttribute('sandbox', 'allow-scripts allow-forms');
    frame.setAttribute('allow', '');
    frame.referrerPolicy = 'no-referrer';
    frame.title = `Preview: ${this.#what}`;
    frame.src = '/preview';
    this.#problem.textContent = '';
    if (this.#frame) this.#frame.replaceWith(frame);
    else this.#problem.before(frame);
    this.#frame = frame;
  }

  #heard({ source, data }: MessageEvent): void {
    const frame = this.#frame?.contentWindow;
    if (!frame || source !== frame) return;
    if (data?.preview === 'ready') frame.postMessage({ html: this.#field.value }, '*');
    if (typeof data?.problem === 'string') this.#problem.textContent = data.problem.slice(0, 300);
  }
}
