/** Settings of the rooms on this server, parsed from the environment. */

import type { Issuer } from '../access/issuers.js';
import { reportError } from '../engine/log.js';
import { secretBytes, type WebhookTarget } from '../room/webhooks.js';
import type { Limits } from '../shared/limits.js';
import { readSettings, type ServerSettings } from './settings-table.js';

export interface RoomSettings {
  limits: Limits;
  /** Name of the engine, for diagnostics. */
  engine: string;
  /** Rooms may be opened without a token. */
  openRooms: boolean;
  /** Teams whose own tokens are accepted. */
  issuers: readonly Issuer[];
  /** Where events of rooms are sent. */
  webhook: WebhookTarget | null;
  /** Receives our own errors, for the operator's log. */
  reportError(error: unknown): void;
}

/** `env` is the environment given by the engine. Throws an Error with a sentence when a setting is invalid. */
export function roomSettings(env: Record<string, unknown>, openByDefault: boolean, engine: string): RoomSettings {
  const settings = readSettings(env);
  const { CODE_ROOM_OPEN, CODE_ROOM_LIMITS: limits, CODE_ROOM_ISSUERS: issuers } = settings;
  return {
    limits,
    engine,
    openRooms: CODE_ROOM_OPEN ?? openByDefault,
    issuers,
    webhook: webhookOf(settings),
    reportError,
  };
}

function webhookOf({ CODE_ROOM_WEBHOOK: url, CODE_ROOM_WEBHOOK_SECRET: secret }: ServerSettings): WebhookTarget | null {
  const bytes = secret && secretBytes(secret);
  return url && bytes ? { url, secret: bytes } : null;
}
