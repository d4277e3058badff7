/** The interviewer panel: notes and controls beside the editor. Loaded only for interviewers. */
import { speech, t } from '../../components/wording/words.js';
import { day } from '../../party/shared/format-time.js';
import { htmx } from './htmx.js';
import { rememberedRoom, rememberRoom } from './remembered-rooms.js';
import type { Role, RoomAccess } from './room-access.js';
import type { WaitingAlert } from './waiting-alert.js';
import { speakAsPage } from './words.js';

/** On narrower windows the panel is closed at first, so that the editor has space. */
const WIDE = '(min-width: 60rem)';

speakAsPage();

// Keeps the focus, and a button that is being pressed: only differences are swapped.
htmx.config.defaultSwap = 'innerMorph';

/** An HTMX request, as in its events. */
interface Request {
  ctx: {
    fetch?: typeof fetch;
    request: { method: string; headers: Record<string, string> };
    sourceElement: Element;
    sourceEvent: Event;
    swap: string;
    text?: string;
    response?: { status: number; headers: Headers };
  };
}

/** By somebody; the panel's own requests come when it opens and whenever somebody comes or goes. */
const isPressed = (ctx?: Request['ctx']): boolean => !['load', 'refresh'].includes(ctx?.sourceEvent.type ?? '');

export class Desk {
  readonly #side = document.createElement('aside');
  /** Why nothing came of what was pressed. Apart from the state, which is shown anew whenever somebody comes or goes. */
  readonly #refusal = document.createElement('div');
  /** Whether the room is open, with what ends it. It comes with the answers for the desk. */
  readonly #state = document.createElement('div');
  readonly #desk = document.createElement('div');
  readonly #questions = document.createElement('div');

  /** Links created on this page, for browsers without storage. */
  readonly #links = new Map<string, string>();
  /** This person is deleting the room, so its end needs no message. */
  deleting = false;
  /** Requests to delete it that are under way, and one that was granted: then the page is left. */
  readonly #deletions = new Set<object>();

  constructor(
    private readonly access: RoomAccess,
    private readonly room: HTMLElement & { readonly status?: string },
    private readonly button: HTMLElement,
    private readonly alert: WaitingAlert,
  ) {}

  open(): void {
    const { room } = this.access.key;
    const { alert } = this;
    this.#desk.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.matches('[data-sound]')) alert.setSound(target.checked);
    });
    this.#side.id = 'side';
    this.#side.slot = 'side';
    this.#side.ariaLabel = t('Interviewer panel');
    const part = (tag: string) => document.createElement(tag);
    this.#side.append(
      this.#refusal,
      this.#state,
      part('code-room-notes'),
      this.#questions,
      part('code-room-scorecard'),
      this.#desk,
    );
    this.#openQuestions();
    this.#refusal.id = 'desk-refusal';
    this.#state.id = 'desk-state';
    this.#desk.id = 'desk';
    this.#desk.setAttribute('hx-get', `/r/${room}/desk`);
    this.#desk.setAttribute('hx-trigger', 'load, refresh');
    for (const pressed of [this.#state, this.#desk]) {
      this.#connect(pressed);
      this.#noteDeletion(pressed);
      pressed.addEventListener('htmx:after:swap', () => this.#fill(alert.sound));
    }
    this.room.append(this.#side);
    htmx.process(this.#desk);
    for (const type of ['code-room-people', 'code-room-status', 'code-room-standing'])
      this.room.addEventListener(type, () => this.#refresh());
    this.button.hidden = false;
    this.button.addEventListener('click', () => this.#show(this.#side.hidden !== false));
    this.#show(matchMedia(WIDE).matches);
  }

  /** From the answer to the question whether to, until the desk is shown again, which it is where the room was not deleted. */
  #noteDeletion(part: Element): void {
    const ctxOf = (event: Event) => (event as CustomEvent<Request>).detail.ctx;
    part.addEventListener('htmx:before:request', (event) => {
      const ctx = ctxOf(event);
      if (ctx.request.method !== 'DELETE') return;
      this.#deletions.add(ctx);
      this.deleting = true;
    });
    // Of a button that is not in the page any more, it is the document that tells.
    document.addEventListener('htmx:finally:request', (event) => {
      const ctx = ctxOf(event);
      if (ctx.response?.status !== 204) this.#deletions.delete(ctx);
    });
    part.addEventListener('htmx:after:swap', (event) => {
      const ctx = ctxOf(event);
      this.#deletions.delete(ctx);
      const shown = ctx.swap !== 'none' && (ctx.response?.status ?? 0) < 400;
      if (shown && this.#deletions.size === 0) this.deleting = false;
    });
  }

  /** Separate from the rest, so that an opened question stays when somebody joins or leaves. */
  #openQuestions(): void {
    const questions = this.#questions;
    questions.id = 'desk-questions';
    questions.setAttribute('hx-get', `/r/${this.access.key.room}/desk/questions`);
    questions.setAttribute('hx-trigger', 'load');
    this.#connect(questions);
    const pick = () => questions.querySelector('#desk-pick');
    questions.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('[data-close-pick]')) pick()?.replaceChildren();
    });
    questions.addEventListener('htmx:after:swap', (event) => {
      const { ctx } = (event as CustomEvent<Request>).detail;
      // The server has failed, and nothing was swapped.
      if (ctx.swap === 'none') return;
      if (ctx.sourceElement.getAttribute('hx-target') === '#desk-pick') pick()?.scrollIntoView({ block: 'start' });
      // The asked question now appears in the room's list.
      if (ctx.request.method === 'POST' && pick()?.contains(ctx.sourceElement)) this.#closePicker();
    });
    this.room.addEventListener('code-room-question', () => {
      questions.querySelector('#desk-asked')?.dispatchEvent(new Event('refresh'));
    });
    htmx.process(questions);
  }

  #closePicker(): void {
    if (this.#questions.querySelector('#desk-asked [role=alert]')) return;
    this.#questions.querySelector('#desk-pick')?.replaceChildren();
    this.#questions.querySelector('#desk-picker')?.removeAttribute('open');
  }

  #show(shown: boolean): void {
    this.#side.hidden = !shown;
    this.button.ariaExpanded = String(shown);
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    // Not in the room, so there would be no useful answer.
    if (this.room.status !== 'live' && this.room.status !== 'ended') return;
    this.#timer = setTimeout(() => this.#desk.dispatchEvent(new Event('refresh')), 200);
  }
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Requests of this part come from this person, each once, and their failure is told. */
  #connect(part: Element): void {
    part.addEventListener('htmx:config:request', (event) => {
      const request = event as CustomEvent<Request>;
      const { request: sent, sourceEvent } = request.detail.ctx;
      // The second click of a double-click was not meant for what the first has put there: the next hint, "Unlock".
      const again = sourceEvent instanceof MouseEvent && sourceEvent.detail > 1;
      if (again && sent.method !== 'GET') event.preventDefault();
      else this.#sign(request);
    });
    part.addEventListener('htmx:error', (event) =>
      this.#tellFailed((event as CustomEvent<Partial<Request>>).detail.ctx),
    );
    part.addEventListener('htmx:response:error', (event) => {
      const { ctx } = (event as CustomEvent<Request>).detail;
      const { status = 0, headers } = ctx.response ?? {};
      if (status < 500 && status !== 429) return;
      // What the room is too busy for takes the place of nothing, either.
      ctx.swap = 'none';
      // A proxy before the server may refuse with a page.
      const said = status === 429 && headers?.get('Content-Type')?.startsWith('text/plain');
      this.#tellFailed(ctx, said ? ctx.text?.trim() : '');
    });
    part.addEventListener('htmx:after:swap', (event) => {
      const { ctx } = (event as CustomEvent<Request>).detail;
      if (ctx.swap !== 'none') this.#tellAnswered(ctx);
    });
  }

  #sign({ detail: { ctx } }: CustomEvent<Request>): void {
    ctx.fetch = async (address, request) => {
      const headers = new Headers(request?.headers);
      headers.set('Authorization', `Bearer ${await this.access.token()}`);
      return fetch(address, { ...request, headers });
    };
  }

  /** A message that the server did not answer, or in its words why it did nothing. */
  #tellFailed(ctx?: Request['ctx'], said?: string): void {
    // The panel's own failure does not replace what refused a press.
    if (this.#refusesPress && !isPressed(ctx)) return;
    const words = said || t('The server does not answer. Check the connection and try again.');
    this.#refusesPress ||= isPressed(ctx);
    // Not read out again.
    if (this.#refusal.textContent === words) return;
    const line = document.createElement('p');
    line.role = 'alert';
    line.className = 'px-3 pt-2 text-sm text-alarm';
    line.textContent = words;
    this.#showRefusal(line);
  }

  /** What refuses a press stays until the next one is answered, and what is told of the panel's own requests until any is. */
  #tellAnswered(ctx: Request['ctx']): void {
    if (this.#refusesPress && !isPressed(ctx)) return;
    this.#refusal.replaceChildren();
    const told = this.#state.querySelector('[role="alert"]');
    this.#refusesPress = told !== null;
    if (told) this.#showRefusal(told);
  }
  #refusesPress = false;

  #showRefusal(line: Element): void {
    this.#refusal.replaceChildren(line);
    // What was pressed may be far below.
    line.scrollIntoView({ block: 'nearest' });
  }

  #made(role: string, link: string): void {
    this.#add(role, link);
    // The key of this page was reset, so it continues with the new one.
    if (role !== 'interviewer') return;
    rememberRoom(this.access.key.room, { renewed: true });
    // In its address, because a browser may store nothing: the page takes it from there when it is loaded again.
    void this.access.changeKey(link).then(() => location.replace(new URL(link).hash));
  }

  #add(role: string, link: string): void {
    this.#links.set(role, link);
    // Not for one's own role: with another link one would be another person.
    if (role !== 'interviewer') rememberRoom(this.access.key.room, { links: { [role]: link } });
  }

  /** One's own link is not shown for sending, unless it was created here: others get their own links. */
  #remembered(role: Role): string | undefined {
    const { links, madeAt, renewed } = rememberedRoom(this.access.key.room) ?? {};
    return role === 'interviewer' && !madeAt && !renewed ? undefined : links?.[role];
  }

  /** Fills in what the server does not know: local dates, links, and whether this browser plays a sound. */
  #fill(sound: boolean): void {
    const box = this.#desk.querySelector<HTMLInputElement>('[data-sound]');
    if (box) box.checked = sound;
    for (const time of this.#desk.querySelectorAll('time'))
      time.textContent = day(Date.parse(time.dateTime), undefined, speech.now?.tag);
    this.#fillLinks();
  }

  /** Only this browser knows links it has created or used; the room stores digests. */
  #fillLinks(): void {
    for (const row of this.#desk.querySelectorAll<HTMLElement>('[data-link]')) {
      const role = row.dataset.link ?? '';
      const text = row.querySelector('code');
      if (!text) continue;
      if ('made' in text.dataset) this.#made(role, text.textContent);
      if ('added' in text.dataset) this.#add(role, text.textContent);
      const link = this.#links.get(role) ?? this.#remembered(role as Role);
      text.textContent = link ?? t('Not known in this browser.');
      text.dir = link ? 'ltr' : '';
      // A link may be cut off, a sentence may not.
      text.style.whiteSpace = link ? '' : 'normal';
      row.querySelector('copy-text')?.toggleAttribute('hidden', !link);
      row.querySelector('[data-get]')?.toggleAttribute('hidden', link !== undefined);
    }
  }
}
