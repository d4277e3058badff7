// Parts a script as psql does: into statements, each up to its semicolon, and commands that begin with a backslash.

export interface Statement {
  kind: 'sql';
  text: string;
  /** Where it begins in the script: its first word. */
  start: number;
  /** Behind its semicolon or the command that sends it, and behind what it reads. */
  end: number;
  /** The lines that a COPY … FROM STDIN reads, up to the line `\.`; undefined where there are none. */
  data?: string;
}

export interface Command {
  kind: 'command';
  /** Without the backslash, such as `d` or `dt`. */
  name: string;
  /** What stands behind it in its line. */
  argument: string;
  start: number;
  end: number;
}

const BLANK = /(?:\s+|--[^\n]*)+/y;
const QUOTED = /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)/y;
const ESCAPED = /[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)/y;
const DOLLAR = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const COMMAND = /\\([a-zA-Z!?+][\w+]*)[ \t]*([^\n\\]*)(?:\\\\)?/y;
export const READS_INPUT = /^copy\b[\s\S]*\bfrom\s+stdin\b/i;

export function* statementsOf(script: string): Generator<Statement | Command> {
  let start = -1;
  let depth = 0;
  /** Of BEGIN ATOMIC … END, in which semicolons part no statements of the script. */
  let blocks = 0;
  let [before, first] = ['', ''];
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(script);
  };
  const statement = (end: number): Statement => {
    const text = script.slice(start, end);
    const from = start;
    start = -1;
    depth = blocks = 0;
    before = first = '';
    return { kind: 'sql', text, start: from, end: at };
  };
  while (at < script.length) {
    const blank = match(BLANK)?.[0].length ?? 0;
    const skipped = blank > 0 ? blank : commentLength(script, at);
    if (skipped > 0) {
      at += skipped;
      continue;
    }
    const sign = script[at] ?? '';
    if (sign === '\\') {
      const [whole = sign, name = '', argument = ''] = match(COMMAND) ?? [];
      const from = at;
      at += whole.length;
      const sends = /^(?:g|gx|;)$/.test(name);
      if (start >= 0 && sends) yield statement(from);
      if (!sends) yield { kind: 'command', name, argument: argument.trim(), start: from, end: at };
      continue;
    }
    if (sign === ';' && depth === 0 && blocks === 0) {
      at += 1;
      if (start < 0) continue;
      const found = statement(at);
      const data = READS_INPUT.test(found.text) ? dataAt(script, at) : undefined;
      if (data) at = data.end;
      yield data ? { ...found, data: data.text, end: at } : found;
      continue;
    }
    if (start < 0) start = at;
    const text = match(ESCAPED)?.[0] ?? match(QUOTED)?.[0] ?? dollarQuoted(script, at, match(DOLLAR)?.[0]);
    if (text !== undefined) {
      at += text.length;
      continue;
    }
    const word = match(WORD)?.[0];
    if (word) {
      const name = word.toUpperCase();
      first ||= name;
      if (first === 'CREATE' && name === 'ATOMIC' && before === 'BEGIN') blocks += 1;
      else if (blocks > 0 && name === 'CASE') blocks += 1;
      else if (blocks > 0 && name === 'END') blocks -= 1;
      before = name;
    }
    if (sign === '(') depth += 1;
    if (sign === ')') depth = Math.max(0, depth - 1);
    at += word?.length ?? 1;
  }
  if (start >= 0) yield statement(script.length);
}

/** They may stand in each other. */
function commentLength(script: string, from: number): number {
  if (!script.startsWith('/*', from)) return 0;
  let depth = 0;
  for (let at = from; at < script.length; at += 1) {
    const two = script.slice(at, at + 2);
    if (two === '/*') depth += 1;
    else if (two === '*/') depth -= 1;
    else continue;
    at += 1;
    if (depth === 0) return at + 1 - from;
  }
  return script.length - from;
}

/** Up to the same sign again. */
function dollarQuoted(script: string, at: number, sign: string | undefined): string | undefined {
  if (!sign) return undefined;
  const end = script.indexOf(sign, at + sign.length);
  return script.slice(at, end < 0 ? script.length : end + sign.length);
}

function dataAt(script: string, at: number): { text: string; end: number } | undefined {
  const begin = script.indexOf('\n', at) + 1;
  const end = /^\\\.[ \t]*$/m.exec(script.slice(begin));
  if (begin === 0 || !end) return undefined;
  return { text: script.slice(begin, begin + end.index), end: begin + end.index + end[0].length };
}
