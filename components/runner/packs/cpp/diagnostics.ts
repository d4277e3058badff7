// What the compiler and the linker say, as people read it: errors with their places, long stories folded.
import { resolved } from './wasi/disk.js';

/** Errors that are shown; of a file with more, the first are the ones to mend. */
const MOST = 20;
/** Lines of notes of one error; templates have hundreds. */
const NOTES = 9;
/** Errors in headers of the library. */
const WITHIN = 2;
/** What a note in a header of the library may say. */
const NOTE_LENGTH = 300;

export interface Message {
  kind: 'error' | 'warning';
  text: string;
}

const HEAD = /^(?! *\d+ \|)(.*?):(\d+):(?:(\d+):)? (fatal error|error|warning|note): (.*)$/;
const SYSTEM_PATH = /(?<![\w"])\/usr\/include\/(?:c\+\+\/v1\/|wasm32-wasip1\/|code-room\/)?/g;

/** The messages of one compilation, each with its notes. */
export function messagesOf(said: string): Message[] {
  const messages: { kind: Message['kind']; head: string[]; notes: string[][] }[] = [];
  let before: string[] = [];
  for (const line of said.split('\n').map(withPlainPath)) {
    const kind = HEAD.exec(line)?.[4];
    if (
      /^In file included from |^\d+ (?:error|warning)s?(?: and \d+ (?:error|warning)s?)? generated\.$/.test(line) ||
      line === ''
    ) {
      before = [];
    } else if (/^fatal error: too many errors emitted/.test(line)) {
      messages.push({
        kind: 'error',
        head: ['There are more errors. Fix the first ones, then run again.'],
        notes: [],
      });
    } else if (kind === 'note') {
      messages.at(-1)?.notes.push([line]);
    } else if (kind) {
      messages.push({ kind: kind === 'warning' ? 'warning' : 'error', head: [...before, line], notes: [] });
    } else {
      const last = messages.at(-1);
      (last?.notes.at(-1) ?? last?.head)?.push(line);
    }
  }
  // One mistake in a call of the library makes many errors within it.
  const within = messages.filter(({ head }) => !isOurs(head)).slice(WITHIN);
  const shown = messages.filter((message) => !within.includes(message)).slice(0, MOST + 1);
  return shown.map(({ kind, head, notes }) => ({ kind, text: shortened(told(head, notes)) }));
}

/** A header is called as it was reached, `./bank.h` or `src/../include/bank.h`; the room calls it by its name. */
function withPlainPath(line: string): string {
  const [, path = ''] = HEAD.exec(line) ?? [];
  if (!/(?:^|\/)\.\.?\//.test(path)) return line;
  const start = path.startsWith('/') ? '/' : '';
  return `${start}${resolved('', path) ?? path}${line.slice(path.length)}`;
}

/** The lines of one message. Of an error in a header of the library the line that led there comes first: that can be mended. */
function told(head: string[], notes: string[][]): string[] {
  const cause = isOurs(head) ? undefined : notes.find(isOurs);
  if (!cause) return [...head, ...folded(notes)];
  const [, , , , kind = '', text = ''] = HEAD.exec(head[0] ?? '') ?? [];
  const [, file = '', line = '', column = ''] = HEAD.exec(cause[0] ?? '') ?? [];
  const there = (head[0] ?? '').replace(/: (?:fatal error|error|warning): .*/, ': note: it was found here');
  const others = notes.filter((note) => note !== cause);
  return [
    `${file}:${line}:${column}: ${kind}: ${text}`,
    ...cause.slice(1),
    ...folded([[there, ...head.slice(1)], ...others]),
  ];
}

/** The room's files first, and of the library's the first line alone. */
function folded(notes: string[][]): string[] {
  const short = notes.map((note) => (isOurs(note) ? note : note.slice(0, 1).map((line) => line.slice(0, NOTE_LENGTH))));
  const ordered = [...short.filter(isOurs), ...short.filter((note) => !isOurs(note))];
  const shown: string[] = [];
  let count = 0;
  for (const note of ordered) {
    if (count > 0 && shown.length + note.length > NOTES) break;
    shown.push(...note);
    count += 1;
  }
  const left = ordered.length - count;
  return left > 0 ? [...shown, `(${left} more ${left === 1 ? 'note is' : 'notes are'} left out.)`] : shown;
}

function isOurs([line = '']: string[]): boolean {
  return !HEAD.exec(line)?.[1]?.startsWith('/usr/');
}

function shortened(lines: string[]): string {
  const text = lines.join('\n').replace(SYSTEM_PATH, '').replaceAll('std::__2::', 'std::').replaceAll('__2::', '');
  return `${text}\n`;
}

/** What a linker says is missing or there twice, with the line of the first file where the name stands. `sources`: what the objects were made of, in their order. */
export function linkMessages(
  said: string,
  files: readonly { name: string; text: string }[],
  sources: readonly string[],
): string {
  const named = said.replace(/\/?usr\/lib\/(?:(\d+)\.o\b|[\w./-]+(?:\(\S*\))?)/g, (_, number?: string) =>
    number === undefined ? 'the library' : (sources[Number(number)] ?? ''),
  );
  const lines = named.split('\n').flatMap((line) => {
    const [, missing] = /undefined symbol: (.*)$/.exec(line) ?? [];
    if (missing) return [`${placeOf(missing, files)}error: ${missing} is declared and used, but nowhere defined`];
    const [, twice] = /duplicate symbol: (.*)$/.exec(line) ?? [];
    if (twice) return [`${placeOf(twice, files)}error: ${twice} is defined more than once`];
    const [, where] = /^>>> defined in (.*)$/.exec(line) ?? [];
    if (where) return [`  defined in ${where}`];
    return line.startsWith('wasm-ld: error: ') ? [line.slice('wasm-ld: '.length)] : [];
  });
  return `${[...new Set(lines)].join('\n').replaceAll('std::__2::', 'std::')}\n`;
}

function placeOf(symbol: string, files: readonly { name: string; text: string }[]): string {
  const name = /([A-Za-z_]\w*)(?:\(|$|\[)/.exec(symbol)?.[1];
  if (!name) return '';
  for (const file of files) {
    const at = new RegExp(`\\b${name}\\b`).exec(file.text)?.index;
    if (at !== undefined) return `${file.name}:${file.text.slice(0, at).split('\n').length}: `;
  }
  return '';
}
