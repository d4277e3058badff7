/** Script of a room's page: removes the key from the URL first, then gives the element its tokens. */
import { speech, t } from '../../components/wording/words.js';
import { day } from '../../party/shared/format-time.js';
import { askName } from './ask-name.js';
import { CopyText } from './copy-text.js';
import { offerDownloads } from './downloads.js';
import { tellIfInsecure } from './insecure.js';
import { leaveKeyboardSpace } from './keyboard-space.js';
import { mendPopovers } from './popover-fallback.js';
import { rememberedSecret, updateRoom } from './remembered-rooms.js';
import { AccessRefused, type Role, RoomAccess } from './room-access.js';
import { takeKey } from './room-key.js';
import { WaitingAlert, withAlert } from './waiting-alert.js';
import { WaitingPage } from './waiting-page.js';
import { keepingLocale, speakAsPage } from './words.js';

/** The part of the element that is used; its script loads later. */
interface RoomElement extends HTMLElement {
  getToken: () => Promise<string>;
  name: string;
  readonly status?: string;
  readonly personRole: string;
  readonly people: readonly { name: string; self: boolean }[];
}

/** Enough of a room's id to find it in the log, too little to enter it. */
const ROOM_PREFIX = 6;
/** A socket that has not opened by then is held back by something on the way. */
const UNREACHED_MS = 12_000;

speakAsPage();

const key = takeKey();
const access = new RoomAccess(key);
// Requested while the rest of the page loads; a refusal is handled when the page is there.
if (key.secret) access.first().catch(() => undefined);

// Pasting another link of the same room only changes the fragment.
addEventListener('hashchange', () => location.reload());

/** For interviewers only. */
let desk: import('./desk.js').Desk | undefined;

/** Before the element's script runs, so that it never starts without a room. */
document.addEventListener('readystatechange', begin, { once: true });

function begin(): void {
  customElements.define('copy-text', CopyText);
  tellIfInsecure();
  leaveKeyboardSpace();
  mendPopovers();
  if (key.secret) open();
  else refuse('missing');
}

function open(): void {
  const element = find('room') as RoomElement;
  element.getToken = async () => {
    try {
      return (await access.next()).token;
    } catch (error) {
      // Deleted while this page slept: the element would try to come back for ever.
      if (error instanceof AccessRefused && error.status === 404) gone(error.request);
      throw error;
    }
  };
  element.setAttribute('room', key.room);
  offerDownloads(access);
  find('forget').addEventListener('click', () => {
    if (!confirm(t('Forget this room in this browser? You need a link to open it again.'))) return;
    // First: an element in its room keeps things when its page is left.
    element.remove();
    void access.forget().then(() => location.assign(keepingLocale('/')));
  });
  follow(element);
  access.first().then(({ role }) => introduce(role), turnedAway);
}

/** Shows the room's state on the page. */
function follow(element: RoomElement): void {
  const waiting = new WaitingPage(element, access);
  let joined = false;
  // The server has answered, so it is only the socket that does not open.
  const unreached = () => {
    // Whoever has been turned away reads why.
    if (joined || !element.isConnected || (element.status !== 'connecting' && element.status !== 'offline')) return;
    waiting.show(false);
    // The room's facts are for whoever it knows.
    waiting.tell({});
  };
  access.first().then(
    () => setTimeout(unreached, UNREACHED_MS),
    () => undefined, // It is told elsewhere.
  );
  element.addEventListener('code-room-people', () => showRole(element.personRole as Role));
  element.addEventListener('code-room-status', (event) => {
    const { status, sentence = '' } = event as Event & { status: string; sentence?: string };
    const inside = status === 'live' || (status === 'ended' && element.people.some(({ self }) => self));
    // People who are neither in the room nor in its lobby may not see the facts; what is refused is told elsewhere.
    if (!joined && (inside || status === 'waiting')) showFacts(waiting).catch(() => undefined);
    // Whoever waits hears of a room that is deleted, too: there is no token for it any more.
    if (status === 'ended' && !inside && !joined && waiting.shown)
      return void access.next().then(() => refuse('over'), turnedAway);
    if (status === 'ended' && !inside && !joined) return refuse('over');
    if (status === 'waiting') waiting.show(true);
    if (inside) {
      waiting.end();
      if (!joined && status === 'live') askName(element, key.room, find('ask-name') as HTMLFormElement);
      joined = true;
      showRole(element.personRole as Role);
    }
    find('ended').hidden = status !== 'ended' || element.personRole === 'observer';
    if (status === 'refused' && !joined) refuse('away', sentence);
    if (inside) updateRoom(key.room, { ended: status === 'ended' });
    // A deleted room counts as ended, too, but nothing of it can be read.
    if (status === 'ended') access.exists().then((exists) => exists || gone());
  });
}

function introduce(role: Role): void {
  // Not where there is no storage, or whoever it belongs to wants no links in it.
  find('link-kept').hidden = rememberedSecret(key.room) === undefined;
  showRole(role);
  if (role === 'interviewer') openDesk().catch(offerReload);
}

/** The panel could not be fetched. Its button is there all the same, and fetches the page again. */
function offerReload(): void {
  const button = find('desk-button');
  button.hidden = false;
  button.addEventListener('click', () => location.reload());
}

/** Loaded for interviewers only. */
async function openDesk(): Promise<void> {
  // Before the panel is fetched: the element tells only once who is waiting already.
  const alert = new WaitingAlert(find('room'));
  const address = '/desk.js';
  const { Desk }: typeof import('./desk.js') = await import(address);
  desk = new Desk(access, find('room'), find('desk-button'), alert);
  desk.open();
}

function showRole(role: Role): void {
  for (const words of document.querySelectorAll<HTMLElement>('[data-role-words]'))
    words.hidden = words.dataset.roleWords !== role;
  for (const part of document.querySelectorAll<HTMLElement>('[data-for]')) part.hidden = part.dataset.for !== role;
}

async function showFacts(waiting: WaitingPage): Promise<void> {
  const facts = await access.facts();
  if (!facts) return;
  const { title, expiresAt, state, help = 'full', log = 'off', ai = 'off' } = facts;
  waiting.tell(facts);
  updateRoom(key.room, { title: title ?? '', ended: state === 'ended' });
  document.title = withAlert(title ? `${title} – code-room` : 'code-room');
  find('title').textContent = title || t('Room');
  for (const words of document.querySelectorAll<HTMLElement>('[data-help]')) words.hidden = words.dataset.help !== help;
  for (const words of document.querySelectorAll<HTMLElement>('[data-log]')) words.hidden = words.dataset.log !== log;
  for (const words of document.querySelectorAll<HTMLElement>('[data-ai]')) words.hidden = words.dataset.ai !== ai;
  if (!expiresAt) return;
  const until = day(Date.parse(expiresAt), undefined, speech.now?.tag);
  for (const place of document.querySelectorAll('[data-until]'))
    place.textContent = t('It is deleted on {day} unless it is used again, or earlier by an interviewer.', {
      day: until,
    });
}

function turnedAway({ status, request }: AccessRefused): void {
  if (status === 404) gone(request);
  else refuse('wrong', '', request);
}

function gone(request = ''): void {
  refuse(desk?.deleting ? 'deleted' : 'gone', '', request);
}

function refuse(
  refusal: 'missing' | 'wrong' | 'gone' | 'deleted' | 'away' | 'over',
  sentence = '',
  request = '',
): void {
  if (refusal === 'gone' || refusal === 'deleted') void access.forget();
  document.getElementById('room')?.remove();
  for (const id of ['waiting', 'ended', 'ask-name']) find(id).hidden = true;
  document.getElementById('scratch')?.remove();
  find('refusal-language').hidden = false;
  for (const panel of document.querySelectorAll<HTMLElement>('[data-refusal]')) {
    panel.hidden = panel.dataset.refusal !== refusal;
    // For support: the request id in the server's log.
    const about = panel.querySelector('[data-about]');
    const found = { room: key.room.slice(0, ROOM_PREFIX), time: new Date().toISOString(), request };
    if (about)
      about.textContent = request
        ? t('room {room}…, {time}, request {request}', found)
        : t('room {room}…, {time}', found);
    const words = panel.querySelector('p');
    if (words && sentence && !panel.hidden) words.textContent = sentence;
    const heading = panel.querySelector('h1');
    if (!heading || panel.hidden) continue;
    // What had the focus is gone.
    heading.tabIndex = -1;
    heading.focus();
  }
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}.`);
  return element;
}
