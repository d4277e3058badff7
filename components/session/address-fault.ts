/** Explains what is wrong with a room's address, and how to write it. Loaded only then. */

import { isRoomId } from '../../party/shared/clean-names.js';
import { originOf, webAddress } from './address.js';
import { laterRefusal } from './refusal/later-refusal.js';
import type { SessionRefusal } from './refusal/session-refusal.js';

const LOCAL = /^(localhost|127\.|\[::1\]|10\.|192\.168\.)/;
/** Finds the host, with or without port, in an address with any or no scheme, credentials and path. */
const NAME = /^(?:[a-z]*(?::\/+|\/\/))?(?:[^/?#]*@)?([^/?#\s]*[\w\]])(?=$|[/?#])/i;
/** Credentials before the host. */
const SECRET = /^[^/?#]*(?:\/\/[^/?#]*)?@/;

/** Null when the address can be called and has a valid room id. */
export function roomFault(host: string, room: string): SessionRefusal | null {
  if (!isRoomId(room)) return laterRefusal('room-name');
  return addressFault(host);
}

/** Null when the address is valid. A password in it is not repeated, because the sentence is shown on the page and may be logged. */
export function addressFault(host: string): SessionRefusal | null {
  if (originOf(host)) return null;
  const url = webAddress(host);
  const [, name = ''] = NAME.exec(host.trim()) ?? [];
  const meant = url ?? webAddress(`${LOCAL.test(name) ? 'http' : 'https'}://${name}`);
  const address = meant ? meant.origin : 'https://rooms.example';
  if (SECRET.test(host)) return laterRefusal('address-secret', { address });
  return laterRefusal(url ? 'address-too-long' : 'address-unreadable', { host, address });
}
