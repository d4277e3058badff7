/** Our room as it is, with the limits lifted that would end a measurement: how many may type, and how fast. */
import type * as Party from 'partykit/server';
import Host from '../../../demo/server/partykit.js';
import { LIMITS, type Limits } from '../../../party/shared/limits.js';

Object.assign(LIMITS as Limits, {
  editors: 1000,
  messagesPerSecond: 1e6,
  messageBurst: 1e6,
  bytesPerSecond: 1e9,
} satisfies Partial<Limits>);

export default Host satisfies Party.PartyKitServer | typeof Host;
