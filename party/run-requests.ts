/** What people ask of the room's run: to start one, to stop it, to answer its question. */
import type { Member } from './member.js';
import type { Room } from './room.js';
import type { ClientMessage } from './shared/client-message.js';
import { isLanguageId } from './shared/names.js';
import { documentKind } from './shared/protocol.js';

type Of<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;

export function startRun(room: Room, member: Member, message: Of<'start'>): void {
  if (!room.allowed(member, 'run', message, message.request)) return;
  const { request, document, version, language } = message;
  const { roster, documents, run } = room.parts;
  const { name } = roster.record(member.person);
  const { replica, person } = member;
  const runnable = documentKind(document) === 'file' && documents.has(document);
  if (!runnable || !isLanguageId(language)) {
    room.refuse(member, message, request, 'invalid', 'There is no such file or language to run.');
  } else if (!run.start({ request, replica, person, name, document, version, language })) {
    room.refuse(
      member,
      message,
      request,
      'busy',
      'A program is already running. Stop it first, or wait until it ends.',
    );
  }
}

export function stopRun(room: Room, member: Member, message: Of<'stop'>): void {
  if (!room.allowed(member, 'run', message, message.run)) return;
  const runner = room.parts.run.stop(message.run);
  if (runner !== null) room.parts.roster.byReplica(runner)?.send({ type: 'stop', run: message.run });
}

export function answerRun(room: Room, member: Member, message: Of<'answer'>): void {
  const { run, prompt, text } = message;
  if (!room.allowed(member, 'answer', message, run)) return;
  const runner = room.parts.run.runnerOf(run);
  if (runner !== null) room.parts.roster.byReplica(runner)?.send({ type: 'answer', run, prompt, text });
}
