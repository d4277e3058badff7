/** Diagnostics of a room, for support: only numbers, no text, name, address or secret. */

import { isUntold } from '../room/catch-up.js';
import type { Room } from '../room/room.js';
import { type DocumentKind, documentKind } from '../shared/document-kinds.js';
import { PROTOCOL_VERSION } from '../shared/protocol.js';
import { ROLES, type Role } from '../shared/roles.js';
import { VERSION } from '../shared/version.js';

/** Times are milliseconds since 1970. */
export interface Diagnostics {
  version: string;
  protocol: number;
  engine: string;
  kind: 'made' | 'embedded' | 'open';
  state: 'open' | 'ended';
  locked: boolean;
  lobby: boolean;
  createdAt: number;
  expiresAt: number;
  /** The room's history, and the number of starts in it. */
  epoch: string;
  starts: number;
  /** When the room was loaded into memory; counters start then. */
  since: number;
  people: Record<Role, number>;
  connections: number;
  waiting: number;
  known: number;
  documents: {
    id: number;
    kind: DocumentKind;
    version: number;
    durable: number;
    bytes: number;
    historyBytes: number;
  }[];
  journal: { failing: boolean; writing: boolean; failures: number; savedAt?: number };
  run?: { id: string; state: string; language: string; startedAt: number; outputPieces: number };
  /** Refusals counted by reason, or by `closed` and the close code. */
  refused: Record<string, number>;
  /** Edits that are being delayed now because they came too fast. */
  held: number;
  webhooks: number;
}

export function diagnose(room: Room, engine: string): Diagnostics {
  const { record, roster, documents, lobby, run, refusalCounter, webhooks, writeQueue } = room;
  const { kind, locked, lobby: hasLobby, createdAt, expiresAt, epoch } = record;
  const present = roster.present();
  const people = ROLES.map((role) => [role, present.filter((person) => person.role === role).length]);
  const last = run.record;
  return {
    version: VERSION,
    protocol: PROTOCOL_VERSION,
    engine,
    kind,
    state: record.ended ? 'ended' : 'open',
    locked,
    lobby: hasLobby,
    createdAt,
    expiresAt,
    epoch,
    starts: record.start + 1,
    since: refusalCounter.since,
    people: Object.fromEntries(people) as Record<Role, number>,
    connections: roster.connections.length,
    waiting: lobby.knocks.length,
    known: roster.all().length,
    documents: [...documents.values()].flatMap((document) => {
      const { id, version, durable, bytes, historyBytes } = document;
      if (isUntold(document)) return [];
      return { id, kind: documentKind(id), version, durable: durable.version, bytes, historyBytes };
    }),
    journal: writeQueue.state,
    ...(last && {
      run: {
        id: String(last.run),
        state: last.state,
        language: last.language,
        startedAt: run.startedAt,
        outputPieces: run.output.length,
      },
    }),
    refused: refusalCounter.counts,
    held: roster.connections.reduce((sum, connection) => sum + connection.held.size, 0),
    webhooks: webhooks.pending,
  };
}
