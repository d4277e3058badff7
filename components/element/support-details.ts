// Support details that a person can copy when something does not work, without code, names or secrets.
import { VERSION } from '../../party/shared/version.js';
import { statusSentence, statusWord } from '../wording/status-text.js';
import type { RoomContext } from './context.js';

/** Enough of a room's id to find it in the server's log; too little to enter it, so half of a short one. */
const ROOM_PREFIX = 6;
const prefixOf = (id: string) => id.slice(0, Math.min(ROOM_PREFIX, Math.floor(id.length / 2)));

/** One fact per line. */
export function supportDetails({ session, isLocal, roomId }: RoomContext): string {
  const { status, closeCode, role, unsaved, saving, document: file } = session;
  const { navigator, isSecureContext } = globalThis;
  const facts = {
    'code-room': VERSION,
    time: new Date().toISOString(),
    room: roomId ? `${prefixOf(roomId)}…` : 'none',
    status: `${status} (${statusWord(session, isLocal).word})`,
    close: closeCode || 'none',
    told: statusSentence(session),
    role,
    saving: saving ? 'works' : 'does not work',
    unsaved,
    version: file.version,
    online: navigator.onLine,
    secure: isSecureContext,
    browser: navigator.userAgent,
  };
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
