/** What the operator of a server decides about its rooms. */
import type { Limits } from './shared/limits.js';

export interface RoomSettings {
  limits: Limits;
  /** Rooms without a token may be opened. */
  openRooms: boolean;
  /** Takes what went wrong on our side, for whoever runs the server. */
  report(error: unknown): void;
}
