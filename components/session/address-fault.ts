/** Says what is wrong with the address of a room, and how it is written. Fetched when something is. */

import { isRoomId } from '../../party/shared/clean-names.js';
import { originOf, webAddress } from './address.js';
import { laterRefusal } from './refusal/later-refusal.js';
import type { SessionRefusal } from './refusal/session-refusal.js';

const LOCAL = /^(localhost|127\.|\[::1\]|10\.|192\.168\.)/;
/** What stands between a scheme, however it is misspelt, with or without a name and password, and a path: a name with or without a port. */
const NAME = /^(?:[a-z]*(?::\/+|\/\/))?(?:[^/?#]*@)?([^/?#\s]*[\w\]])(?=$|[/?#])/i;
/** What stands before a name. */
const SECRET = /^[^/?#]*(?:\/\/[^/?#]*)?@/;

/** Null when a room of this id can be asked for there. */
export function roomFault(host: string, room: string): SessionRefusal | null {
  if (!isRoomId(room)) return laterRefusal('room-name');
  return addressFault(host);
}

/** Null when it can be reached. A password in it is not said again: the sentence stands on the page, and in logs. */
export function addressFault(host: string): SessionRefusal | null {
  if (originOf(host)) return null;
  const url = webAddress(host);
  const [, name = ''] = NAME.exec(host.trim()) ?? [];
  const meant = url ?? webAddress(`${LOCAL.test(name) ? 'http' : 'https'}://${name}`);
  const address = meant ? meant.origin : 'https://rooms.example';
  if (SECRET.test(host)) return laterRefusal('address-secret', { address });
  return laterRefusal(url ? 'address-too-long' : 'address-unreadable', { host, address });
}
