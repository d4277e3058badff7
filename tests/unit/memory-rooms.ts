/** Rooms in memory for tests of the HTTP API and the pages: they keep the contract of `RoomDirectory` and nothing more. */
import type { CreateCommand, RoomAnswer, RoomCommand, RoomDirectory, RoomRefusal } from '../../party/command.js';
import { digest } from '../../party/keys.js';
import { ROLES, type Role } from '../../party/shared/roles.js';

const START = Date.UTC(2026, 10, 23, 9);
const MINUTE = 60_000;

interface Kept extends CreateCommand {
  people: Map<string, { name: string; role: Role }>;
}

export class MemoryRooms implements RoomDirectory {
  readonly rooms = new Map<string, Kept>();
  /** The next commands fail with this, as if the engine could not reach the room. */
  failure: Error | undefined;

  async send<C extends RoomCommand>(id: string, command: C): Promise<RoomAnswer<C['type']>> {
    if (this.failure) throw this.failure;
    return (await this.#answer(id, command)) as RoomAnswer<C['type']>;
  }

  async #answer(id: string, command: RoomCommand): Promise<RoomAnswer> {
    if (command.type === 'create') {
      this.rooms.set(id, { ...command, people: new Map() });
      return { ok: true, value: { expiresAt: START + command.retentionHours * 60 * MINUTE } };
    }
    const room = this.rooms.get(id);
    if (!room) return refuse(404, 'This room does not exist, or it was deleted.');
    if (command.type === 'exists') return { ok: true, value: null };
    if (command.type === 'exchange') return this.#exchange(room, command.secret, command.name);
    const person = room.people.get(command.token);
    if (!person) return refuse(401, 'The token is not valid.');
    if (command.type === 'delete' && person.role !== 'interviewer')
      return refuse(403, 'Only an interviewer may delete the room.');
    switch (command.type) {
      case 'facts': {
        const people = [...room.people.values()].map((one, index) => ({ id: `p${index}`, color: '#06c', ...one }));
        const { title, brief, language } = room;
        const times = { createdAt: START, expiresAt: START + MINUTE };
        return { ok: true, value: { title, brief, state: 'open', language, people, ...times } };
      }
      case 'code':
        return { ok: true, value: { files: [{ name: 'main.py', language: room.language, text: room.code }] } };
      case 'delete':
        this.rooms.delete(id);
        return { ok: true, value: null };
    }
  }

  async #exchange(room: Kept, secret: string, name: string): Promise<RoomAnswer> {
    const hash = await digest(secret);
    const role = ROLES.find((one) => room.digests[one] === hash);
    if (!role) return refuse(401, 'This link is not valid. Ask for a new one.');
    const token = `token-${room.people.size + 1}`;
    room.people.set(token, { name: name || `Guest ${room.people.size + 1}`, role });
    return { ok: true, value: { token, role, expiresAt: START + 10 * MINUTE } };
  }
}

function refuse(status: RoomRefusal['status'], detail: string): RoomRefusal {
  return { ok: false, status, detail };
}
