/** A room of one, without a server: answers as a room would, at once. */
import { ChangeSet, Text } from '@codemirror/state';
import { cleanName } from '../../../party/shared/clean-names.js';
import { LIMITS } from '../../../party/shared/limits.js';
import { withLineFeeds } from '../../../party/shared/plain-text.js';
import { MAIN_DOCUMENT, PROTOCOL_VERSION, ROOM_AUTHOR } from '../../../party/shared/protocol.js';
import type { OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { PersonRecord, RoomMessage, RunRecord } from '../../../party/shared/wire/room-message.js';
import type { Transport, TransportEvents } from './transport.js';

const REPLICA = 1;

export class SoloRoom implements Transport {
  #closed = false;
  #version = 0;
  #person: PersonRecord = { id: 'me', name: 'Guest 1', role: 'candidate', color: 0, replicas: [REPLICA] };
  #run: RunRecord | null = null;
  #file = { name: '', language: '' };

  constructor(private readonly events: TransportEvents) {
    queueMicrotask(() => {
      if (!this.#closed) this.events.opened();
    });
  }

  send(message: OutgoingMessage): void {
    if (this.#closed) return;
    const document = MAIN_DOCUMENT;
    switch (message.type) {
      case 'hello':
        this.#rename(message.name);
        return this.#greet();
      case 'submit':
      case 'part': {
        const { change, sequence } = message;
        const version = ++this.#version;
        this.#answer({ type: 'change', document, version, author: REPLICA, sequence, lag: 0, change: () => change });
        return this.#answer({ type: 'ack', document, durable: version, sequence });
      }
      case 'seed':
        this.#describe('', message.language);
        return this.#seed(message.text);
      case 'describe':
        return this.#describe(message.name, message.language);
      case 'rename':
        this.#rename(message.name);
        return this.#answer({ type: 'person', person: this.#person });
      case 'start':
        return this.#start(message);
      case 'print':
        return this.#answer({ type: 'printed', run: message.run, output: message.output });
      case 'finish':
        return this.#finish(message.run, message.state, message.durationMs);
      case 'stop':
        return this.#answer({ type: 'stop', run: message.run });
      case 'answer':
        return this.#answer({ type: 'answer', run: message.run, prompt: message.prompt, text: message.text });
      case 'ping':
        return this.#answer({ type: 'pong', nonce: message.nonce });
      // Nobody else is here to see a cursor, and there is no other text to compare with.
      case 'point':
      case 'check':
      case 'refresh':
        return;
    }
  }

  reconnect(): void {
    this.events.opened();
  }

  close(): void {
    this.#closed = true;
  }

  #greet(): void {
    const [document, version] = [MAIN_DOCUMENT, this.#version];
    const { id: person, role } = this.#person;
    this.#answer({
      type: 'welcome',
      version: PROTOCOL_VERSION,
      epoch: 'solo',
      start: 0,
      replica: REPLICA,
      resume: new Uint8Array(),
      person,
      role,
      seeded: version > 0,
      open: true,
    });
    this.#answer({ type: 'person', person: this.#person });
    this.#answer({
      type: 'document',
      document,
      ...this.#file,
      version,
      durable: version,
      sequence: 0,
      text: '',
    });
    this.#answer({ type: 'ready' });
  }

  #seed(text: string): void {
    if (this.#version > 0 || text === '') return;
    const change = ChangeSet.of({ from: 0, insert: Text.of(withLineFeeds(text).split('\n')) }, 0);
    const version = ++this.#version;
    const document = MAIN_DOCUMENT;
    this.#answer({ type: 'change', document, version, author: ROOM_AUTHOR, sequence: 1, lag: 0, change: () => change });
  }

  #describe(name: string, language: string): void {
    this.#file = { name: name || this.#file.name, language: language || this.#file.language };
    this.#answer({ type: 'described', document: MAIN_DOCUMENT, ...this.#file });
  }

  #rename(name: string): void {
    this.#person = { ...this.#person, name: cleanName(name, LIMITS.nameLength) || this.#person.name };
  }

  #start({ request, document, version, language }: Extract<OutgoingMessage, { type: 'start' }>): void {
    const run = (this.#run?.run ?? 0) + 1;
    const { id: person, name } = this.#person;
    this.#run = {
      run,
      request,
      replica: REPLICA,
      person,
      name,
      document,
      version,
      language,
      state: 'running',
      elapsedMs: 0,
    };
    this.#answer({ type: 'started', record: this.#run });
  }

  #finish(run: number, state: RunRecord['state'], durationMs: number): void {
    if (this.#run?.run !== run || this.#run.state !== 'running') return;
    this.#run = { ...this.#run, state };
    this.#answer({ type: 'finished', run, state, durationMs });
  }

  #answer(message: RoomMessage): void {
    if (!this.#closed) this.events.message(message);
  }
}
