// Makes a program of the room's sources, and messages of what is wrong with them.

import type { Program } from '../../worker/serve.js';
import { linkMessages, type Message, messagesOf } from './diagnostics.js';
import { hasMain, readableFiles, sourcesOf, textsOf } from './sources.js';
import { SYSTEM, type Toolchain } from './toolchain.js';
import type { Bytes } from './wasi/disk.js';

/** `program` is missing where there are errors. */
export interface Built {
  program?: Bytes;
  messages: Message[];
}

const NO_MAIN: Message = {
  kind: 'error',
  text: 'error: there is no main function. A program begins in `int main() { … }`.\n',
};
export const PROGRAM = `${SYSTEM}program.wasm`;

const encoder = new TextEncoder();

export function build(toolchain: Toolchain, program: Pick<Program, 'code' | 'fileName' | 'files'>): Built {
  const { disk } = toolchain;
  const files = readableFiles(program);
  for (const { name, text } of files) disk.add(name, encoder.encode(text));
  const sources = sourcesOf(program);
  const dialect = sources.some((source) => source.dialect === 'cpp') ? 'cpp' : 'c';
  const messages: Message[] = [];
  const objects: string[] = [];
  for (const source of sources) {
    const object = `${SYSTEM}lib/${objects.length}.o`;
    const { done, said } = toolchain.compile(source.name, object, source.dialect);
    messages.push(...messagesOf(said));
    if (!done) return { messages: failed(messages, said) };
    objects.push(object);
  }
  const own = files.filter(({ name }) => sources.some((source) => source.name === name));
  if (!hasMain(textsOf(own, files))) return { messages: [...messages, NO_MAIN] };
  const { done, said } = toolchain.link(objects, PROGRAM, dialect);
  if (!done) {
    const names = sources.map(({ name }) => name);
    return { messages: [...messages, { kind: 'error', text: linkMessages(said, files, names) }] };
  }
  const { content = new Uint8Array() } = disk.files.get(PROGRAM) ?? {};
  return { program: content.slice(), messages };
}

/** Whatever it was, something is said. */
function failed(messages: Message[], said: string): Message[] {
  const told = messages.some(({ kind }) => kind === 'error');
  return told ? messages : [...messages, { kind: 'error', text: `${said.trim() || 'error: the compiler gave up.'}\n` }];
}
