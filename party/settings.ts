/** What the operator of a server decides about its rooms. */
import { readDeployment } from './deployment.js';
import type { Issuer } from './issuers.js';
import { report } from './log.js';
import type { Limits } from './shared/limits.js';

export interface RoomSettings {
  limits: Limits;
  /** Rooms without a token may be opened. */
  openRooms: boolean;
  /** Teams whose own tokens open rooms. */
  issuers: readonly Issuer[];
  /** Takes what went wrong on our side, for whoever runs the server. */
  report(error: unknown): void;
}

/** Of the environment an engine gives. Throws an Error with a sentence when a setting makes no sense. */
export function roomSettings(env: Record<string, unknown>, openByDefault: boolean): RoomSettings {
  const { CODE_ROOM_OPEN, CODE_ROOM_LIMITS: limits, CODE_ROOM_ISSUERS: issuers } = readDeployment(env);
  return { limits, openRooms: CODE_ROOM_OPEN ?? openByDefault, issuers, report };
}
