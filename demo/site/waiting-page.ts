/** The page in the waiting room: what is awaited, the person's name, a scratch room, and the checks. */
import { speech, t } from '../../components/wording/words.js';
import { cleanName } from '../../party/shared/clean-names.js';
import { LIMITS } from '../../party/shared/limits.js';
import { rememberedName, rememberName } from './ask-name.js';
import { ComputerCheck } from './computer-check.js';
import type { RoomAccess, RoomFacts } from './room-access.js';
import { scratchProgram } from './scratch-program.js';
import { ScratchRoom } from './scratch-room.js';

/** The part of the element that is used. */
interface RoomElement extends HTMLElement {
  name?: string;
  warm?: () => void;
}

export class WaitingPage {
  #shown = false;
  #connected = false;
  #scratch: ScratchRoom | undefined;
  /** The language of the scratch room; empty while none is known. */
  #tried = '';
  #check: ComputerCheck | undefined;

  constructor(
    private readonly room: RoomElement,
    private readonly access: RoomAccess,
  ) {}

  get shown(): boolean {
    return this.#shown;
  }

  /** `connected`: the room itself has said that this person waits; else its socket does not open. */
  show(connected: boolean): void {
    this.#connected = connected;
    this.#check?.tell('connection', connected);
    this.#tellAwaited(connected ? '' : 'connection');
    if (this.#shown) return;
    this.#shown = true;
    this.room.hidden = true;
    const panel = this.#panel;
    panel.hidden = false;
    panel.querySelector<HTMLElement>('h2')?.focus();
    this.#askName();
    this.#check = new ComputerCheck(panel);
    this.#check.tell('connection', connected);
    this.#check.begin(this.access.clockAheadMs);
  }

  /** What the room says to whoever waits. */
  tell({ title, lobby, rehearsal, expected = [], language = '' }: RoomFacts): void {
    if (!this.#shown) return;
    this.#tellAwaited(!this.#connected ? 'connection' : lobby ? 'lobby' : rehearsal ? 'rehearsal' : '');
    const line = this.#panel.querySelector<HTMLElement>('[data-expected]');
    const names = new Intl.ListFormat(speech.now?.tag ?? 'en').format(expected);
    if (line) {
      line.textContent = [
        title && t('It is “{title}”.', { title }),
        names && (expected.length > 1 ? t('{names} interview.', { names }) : t('{names} interviews.', { names })),
      ]
        .filter(Boolean)
        .join(' ');
      line.hidden = line.textContent === '';
    }
    if (this.#scratch) {
      // It was opened before anybody knew what the room is written in.
      if (this.#tried || !language || !this.#scratch.untouched) return;
      this.#scratch.close();
    }
    if (this.access.role === 'candidate') void this.#tryOut(language);
    else for (const id of ['sandbox', 'language']) this.#check?.drop(id);
  }

  /** Goes over into the room. Whoever was typing in the scratch room does not go on typing in the real one without knowing. */
  end(): void {
    if (!this.#shown) return;
    this.#shown = false;
    const typing = this.#scratch?.focused;
    this.#scratch?.close();
    this.#panel.hidden = true;
    this.room.hidden = false;
    this.room.warm?.();
    if (!typing) return this.room.focus();
    const arrived = document.getElementById('arrived');
    if (!arrived) return;
    arrived.hidden = false;
    arrived.focus();
    // Not with the focus: while a button is being pressed, nothing may move under the pointer.
    const read = new AbortController();
    for (const type of ['click', 'keydown']) {
      const hide = () => {
        arrived.hidden = true;
        read.abort();
      };
      this.room.addEventListener(type, hide, { signal: read.signal });
    }
  }

  /** The runtime is fetched by a program that runs, which is at the same time the proof that it does. */
  async #tryOut(language: string): Promise<void> {
    const scratch = new ScratchRoom(document.getElementById('scratch') ?? document.createElement('section'));
    this.#scratch = scratch;
    this.#tried = language;
    const check = this.#check;
    for (const id of ['sandbox', 'language']) check?.expect(id);
    const { name } = scratchProgram(language) ?? {};
    const words = this.#panel.querySelector('[data-language]');
    if (words && name) words.textContent = name;
    const outcome = this.#panel.querySelector('[data-check="language"] [data-outcome]');
    if (outcome) outcome.textContent = t('Loading…');
    const packages = this.room.getAttribute('packages') ?? '';
    const first = await scratch.open(language, { packages, name: rememberedName() });
    if (!this.#shown || this.#scratch !== scratch) return;
    if (!first) for (const id of ['sandbox', 'language']) check?.drop(id);
    else {
      check?.tell('sandbox', first.sandbox || first.works);
      check?.tell('language', first.works, first.sentence);
    }
  }

  #tellAwaited(what: string): void {
    for (const line of this.#panel.querySelectorAll<HTMLElement>('[data-awaited]'))
      line.hidden = line.dataset.awaited !== what;
  }

  #askName(): void {
    const panel = this.#panel;
    const name = panel.querySelector('input');
    const tell = () => {
      if (!name) return;
      // The name as the interviewer sees it; an empty one is ignored.
      name.value = cleanName(name.value, LIMITS.nameLength);
      if (!name.value) return;
      this.room.name = name.value;
      rememberName(this.room.name);
    };
    if (name) name.value = rememberedName();
    name?.addEventListener('change', tell);
    panel.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      tell();
    });
  }

  get #panel(): HTMLElement {
    return document.getElementById('waiting') ?? document.createElement('section');
  }
}
