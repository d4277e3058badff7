/**
 * What is compared of what a program printed, whoever ran it: standard output whole, of standard error all but what no
 * two interpreters have in common. Of each trace the lines in the program count, of a JavaScript stack only the first.
 */
import type { Program } from './catalogue.js';

export interface Printed {
  out: string;
  /** Ends with the line `[failed]` if the program did. */
  err: string;
}

/** `files` are the names of the program's own. */
type Rule = (text: string, files: ReadonlySet<string>) => string;

const RULES: Readonly<Record<string, Rule>> = {
  python: withoutPythonSources,
  javascript: withShortStacks,
  typescript: withShortStacks,
  sql: (text) => text,
  lua: withoutLuaTrace,
  cpp: withoutCompilersWords,
  c: withoutCompilersWords,
};

/** Of what a compiler says the places of errors: no two have words in common. What the program's end is called is ours, and a shell's. */
function withoutCompilersWords(text: string): string {
  const lines = text.split('\n').flatMap((line) => {
    const [, place, kind] = /^([\w./-]+:\d+):(?:\d+:)? (fatal error|error|warning|note): /.exec(line) ?? [];
    if (place) return kind === 'error' || kind === 'fatal error' ? [`${place}: error`] : [];
    return /^ *\d* \||^[\w./-]+: In |^ *(?:what\(\):|called at )|terminate called after/.test(line) ? [] : [line];
  });
  return lines.join('\n');
}

/** Begins and ends a warning. */
const YELLOW = ['\x1b[33m', '\x1b[39m'];

/** `where` is the folder the real interpreter ran in. */
export function comparable(
  { language, fileName, files }: Pick<Program, 'language' | 'fileName' | 'files'>,
  printed: { out: string; err: string; failed: boolean },
  where?: string,
): Printed {
  const rule = RULES[language] ?? ((text) => text);
  const names = new Set([fileName, ...files.map(({ name }) => name)]);
  const clean = (text: string) => {
    const placeless = where ? text.replaceAll(`file://${where}`, '').replaceAll(where, '') : text;
    return rule(placeless.replaceAll('\r\n', '\n'), names);
  };
  // A warning is yellow here, as Node prints it nowhere.
  const err = endLine(YELLOW.reduce((text, code) => text.replaceAll(code, ''), clean(printed.err)));
  return { out: endLine(clean(printed.out)), err: printed.failed ? `${err}[failed]\n` : err };
}

/** Files end with a newline, so whether the program wrote the last one is not compared. */
function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Without frames in other files, sources and marks below a frame; how deep a recursion went, how long tests took, where Python lies. */
function withoutPythonSources(text: string, files: ReadonlySet<string>): string {
  const lines: string[] = [];
  let inFrame = false;
  const placeless = text
    .replaceAll(/\/[^\s"(]*\/python3\.?\d+(?:\.zip)?\//g, '')
    .replaceAll(/^(Ran \d+ tests? in) [\d.]+s$/gm, '$1 no time')
    // How full a stack is differs from run to run.
    .replaceAll(/(Stack overflow \(used) \d+ kB\)/g, '$1 … kB)');
  for (const line of placeless.split('\n')) {
    const [, edge = '', file, rest] = /^([\s|]*)File "([^"]+)", (line .*)$/.exec(line) ?? [];
    if (file !== undefined) {
      inFrame = true;
      if (files.has(file)) lines.push(`${edge}File "${file}", ${rest}`);
      continue;
    }
    if (inFrame && /^[\s|]* {4}/.test(line)) continue;
    if (inFrame && /^[\s|]*\[Previous line repeated/.test(line)) continue;
    inFrame = false;
    lines.push(line);
  }
  return lines.join('\n');
}

/** No times either. Node shows the line an error came from above it, we do not; of a stack, engines name the frames differently. */
function withShortStacks(text: string, files: ReadonlySet<string>): string {
  const head = /^([\w/.-]+\.[jt]sx?|node:[\w/]+|<anonymous_script>):(\d+)\n(?:.*\n){1,2}?(?:\s*\^+)?\n+(?=\S)/m;
  const shown = head.exec(text);
  let line = files.has(shown?.[1] ?? '') ? placeIn(shown?.[1] ?? '', shown?.[2] ?? '') : '';
  const lines: string[] = [];
  let inStack = false;
  let named = false;
  const timeless = text.replaceAll(/(duration_ms:?) [\d.]+/g, '$1').replaceAll(/\([\d.]+ms\)/g, '(ms)');
  const whole = timeless
    .replace(head, '')
    .replace(/^\n+(?=\S)/, '')
    .replace(/\n*Node\.js v[\d.]+\n*$/, '\n');
  // A trace of Node's own files is none here: what follows it stands at the end of the sentence.
  const split = whole.replace(/^(?:Uncaught )?(UnhandledPromiseRejection: .*) \{$/gm, '$1\n{');
  for (const one of split.split('\n')) {
    if (/^\(Use `node --trace-|^\s+\.\.\. \d+ lines matching|^\s+\[\.\.\. lines matching original/.test(one)) continue;
    const frame = /^\s+at .*?( \{)?$/.exec(one);
    if (!frame) {
      if (inStack && !named && line) lines.push(line);
      [inStack, named] = [false, false];
      lines.push(one.replace(/^Uncaught (?:\(in promise\) )?/, '').replace(/^\(node:\d+\)/, '(node)'));
      continue;
    }
    inStack = true;
    const [, file = '', number = ''] = /(?:^|[\s(])\/?([\w/.-]+):(\d+):\d+\)?(?=[\s,]|$)/.exec(one) ?? [];
    if (files.has(file) && !named) {
      lines.push(placeIn(file, number));
      [named, line] = [true, ''];
    }
    if (frame[1]) lines.push('{');
  }
  return lines.join('\n');
}

/** That a line is one of the main file is not said. */
function placeIn(file: string, line: string): string {
  return /^main\.[jt]sx?$/.test(file) ? `    at line ${line}` : `    at ${file}, line ${line}`;
}

function withoutLuaTrace(text: string): string {
  // Here files have the names that the room gives them.
  const named = text.replaceAll(/(?<=^|[\s'])\.\/(?=[\w/]+\.lua\b)/gm, '');
  return named.replace(/^lua[\d.]*: /gm, '').replace(/^stack traceback:\n(?:\s+.*\n?)*/gm, '');
}
