/** Run requests: start the room's run, stop it, answer its prompt. */

import { isLanguageId } from '../shared/clean-names.js';
import { documentKind } from '../shared/document-kinds.js';
import type { Refusal } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import type { ClientMessage } from '../shared/wire/client-message.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

type Of<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;

export function startRun(room: Room, connection: RoomConnection, message: Of<'start'>): void {
  if (!room.authorize(connection, 'run', message, message.request)) return;
  const { roster, run } = room;
  const { request, document, version, language } = message;
  const { replica, person } = connection;
  const obstacle = obstacleTo(room, connection, message);
  if (obstacle) room.refuse(connection, message, request, ...obstacle);
  else run.start({ request, replica, person, name: roster.record(person).name, document, version, language });
}

/** Why the run cannot start; null when it can. Nothing in the message is trusted. */
function obstacleTo(
  room: Room,
  connection: RoomConnection,
  { document, version, language }: Of<'start'>,
): [Refusal, string] | null {
  const { run, clock } = room;
  const file = documentKind(document) === 'file' ? room.visibleDocument(connection, document) : undefined;
  if (!file || !isLanguageId(language)) return ['invalid', sentenceFor('nothing-to-run')];
  if (version > file.version) return ['invalid', sentenceFor('text-to-run-unknown')];
  if (run.on) return ['busy', sentenceFor('program-running')];
  const wait = Math.ceil(connection.rate.run(clock.now()) / 1000);
  return wait === 0 ? null : ['busy', sentenceFor('many-runs', { seconds: wait })];
}

export function stopRun(room: Room, connection: RoomConnection, message: Of<'stop'>): void {
  if (!room.authorize(connection, 'run', message, message.run)) return;
  const replica = room.run.stop(message.run);
  if (replica !== null) room.roster.byReplica(replica)?.send({ type: 'stop', run: message.run });
}

export function answerRun(room: Room, connection: RoomConnection, message: Of<'answer'>): void {
  const { run, prompt, text } = message;
  if (!room.authorize(connection, 'answer', message, run)) return;
  const replica = room.run.answer(run, prompt, text);
  if (replica !== null) room.roster.byReplica(replica)?.send({ type: 'answer', run, prompt, text });
}
