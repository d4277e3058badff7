/** What the operator of a server decides about its rooms. */

import type { Issuer } from '../access/issuers.js';
import { report } from '../engine/log.js';
import { secretBytes, type WebhookTarget } from '../room/webhooks.js';
import type { Limits } from '../shared/limits.js';
import { type Deployment, readDeployment } from './settings-table.js';

export interface RoomSettings {
  limits: Limits;
  /** What the rooms run in, for diagnostics. */
  engine: string;
  /** Rooms without a token may be opened. */
  openRooms: boolean;
  /** Teams whose own tokens open rooms. */
  issuers: readonly Issuer[];
  /** Where news of rooms are told. */
  webhook: WebhookTarget | null;
  /** Takes what went wrong on our side, for whoever runs the server. */
  report(error: unknown): void;
}

/** Of the environment an engine gives. Throws an Error with a sentence when a setting makes no sense. */
export function roomSettings(env: Record<string, unknown>, openByDefault: boolean, engine: string): RoomSettings {
  const deployment = readDeployment(env);
  const { CODE_ROOM_OPEN, CODE_ROOM_LIMITS: limits, CODE_ROOM_ISSUERS: issuers } = deployment;
  return {
    limits,
    engine,
    openRooms: CODE_ROOM_OPEN ?? openByDefault,
    issuers,
    webhook: webhookOf(deployment),
    report,
  };
}

function webhookOf({ CODE_ROOM_WEBHOOK: url, CODE_ROOM_WEBHOOK_SECRET: secret }: Deployment): WebhookTarget | null {
  const bytes = secret && secretBytes(secret);
  return url && bytes ? { url, secret: bytes } : null;
}
