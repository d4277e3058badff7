/** The scratch room of somebody who waits: a local room, which has no server. Nothing of it leaves the page, and nothing is kept. */
import { SANDBOX_READY } from '../../components/runner/messages.js';
import { scratchProgram } from './scratch-program.js';

/** The part of the element that is used. */
interface LocalRoom extends HTMLElement {
  code?: string;
  value?: string;
  updateComplete?: Promise<unknown>;
  run?: () => Promise<{ state: string }>;
}

/** How its first program went; it is ours, so that it shows what works here. */
interface FirstRun {
  /** The frame for programs has opened. */
  sandbox: boolean;
  works: boolean;
  /** Why it does not work. */
  sentence: string;
}

export class ScratchRoom {
  #room: LocalRoom | undefined;
  readonly #end = new AbortController();

  constructor(private readonly part: HTMLElement) {}

  /** Shows the room, and runs its first program; null where the language is one that this page cannot run by itself. */
  async open(language: string, attributes: Record<string, string>): Promise<FirstRun | null> {
    const program = scratchProgram(language);
    const room = document.createElement('code-room') as LocalRoom;
    for (const [name, value] of Object.entries({ language, ...attributes })) if (value) room.setAttribute(name, value);
    room.className = 'scratch';
    room.setAttribute('aria-labelledby', 'scratch-title');
    room.code = program?.code ?? '';
    this.#room = room;
    this.part.hidden = false;
    const answer = this.#watch(room);
    this.part.querySelector('#scratch-place')?.append(room);
    // Nobody else is here, and a person's name has one field on this page.
    await room.updateComplete;
    room.shadowRoot?.querySelector('code-room-people')?.remove();
    if (!program) return null;
    const { state } = (await room.run?.()) ?? { state: 'failed' };
    answer.works = state === 'done';
    return answer;
  }

  /** True while the person's cursor is in it. */
  get focused(): boolean {
    return this.#room !== undefined && document.activeElement === this.#room;
  }

  /** True while nobody has written in it, nor is about to. */
  get untouched(): boolean {
    return !this.focused && !this.#room?.value;
  }

  /** It is forgotten. */
  close(): void {
    this.#end.abort();
    this.#room?.remove();
    this.#room = undefined;
    this.part.hidden = true;
  }

  /** What is told while the program is loaded and run. */
  #watch(room: LocalRoom): FirstRun {
    const answer: FirstRun = { sandbox: false, works: false, sentence: '' };
    const { signal } = this.#end;
    addEventListener(
      'message',
      ({ data, origin }) => {
        if (data?.type === SANDBOX_READY && origin === location.origin) answer.sandbox = true;
      },
      { signal },
    );
    room.addEventListener('code-room-error', (event) => {
      answer.sentence ||= (event as Event & { sentence?: string }).sentence ?? '';
    });
    return answer;
  }
}
