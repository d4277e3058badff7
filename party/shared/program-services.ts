/**
 * How programs go to services that run them, Piston (v2) and Judge0, and what the answers mean: wire format alone, for pages and servers
 * alike. Whoever calls brings the network; of what comes back nothing is believed.
 */

/** A program, the files beside it, and what it reads. */
export interface ServiceProgram {
  language: string;
  code: string;
  fileName: string;
  files: readonly { name: string; text: string }[];
  stdin: string;
}

export type ServiceEnd = 'done' | 'failed' | 'timed-out';

export interface ServiceSink {
  output(kind: 'stdout' | 'stderr' | 'note', text: string): void;
}

/** Posts `body`, or gets where there is none. Resolves with the JSON that came back; rejects with an Error that has a sentence. */
export type AskService = (path: string, body?: unknown) => Promise<unknown>;

interface Ended {
  state: ServiceEnd;
  /** Of the compiler or interpreter, as the service calls it; empty when it does not say. */
  version: string;
}

const NOT_PISTON = 'the server did not answer as Piston does. Check its address.';
const NOT_JUDGE0 = 'the server did not answer as Judge0 does. Check its address.';
const FAILED_ITSELF = 'the service failed by itself. Run it again.';

export const SERVICE_NOTES = {
  uncompiled: 'It could not be compiled, so nothing was run.',
  slow: 'Ended by the service, because it ran for longer than the service lets a program run.',
  long: 'Ended by the service, because it printed more than the service takes.',
} as const;

/** What a program did that a system ends it for. */
const SIGNALS: Readonly<Record<string, string>> = {
  SIGSEGV: 'it used memory that is not its own',
  SIGFPE: 'it calculated what cannot be, such as a division by zero',
  SIGABRT: 'it gave up, as after a failed assertion',
  SIGKILL: 'most often it took more time or memory than the service gives',
  SIGXFSZ: 'it wrote more than the service takes',
};

const PISTON_NAMES: Readonly<Record<string, string>> = { cpp: 'c++', shell: 'bash' };

/** One request, one answer. Rejects with a sentence when the answer is none of Piston's. */
export async function runOnPiston(
  ask: AskService,
  program: ServiceProgram,
  sink: ServiceSink,
  { name, version }: { name?: string | undefined; version?: string | undefined } = {},
): Promise<Ended> {
  const { language, fileName, code, files, stdin } = program;
  const answer = record(
    await ask('execute', {
      language: name ?? PISTON_NAMES[language] ?? language,
      version: version ?? '*',
      // The first is the one that is run. Piston gives plain ones to the compiler, most of which add an extension to them: the others only lie beside it.
      files: [
        { name: fileName, content: code },
        ...files.map(({ name, text }) => ({ name, content: toBase64(text), encoding: 'base64' })),
      ],
      stdin,
    }),
  );
  const [compiled, ran] = [stageOf(answer?.compile), stageOf(answer?.run)];
  const about = { state: 'done' as ServiceEnd, version: text(answer?.version) };
  for (const step of [compiled, ran]) {
    if (!step) continue;
    const said = step === ran ? step.stderr : step.failed ? step.stdout + step.stderr : '';
    // What a compiler says on success is of no use beside what the program says.
    if (step === ran) sink.output('stdout', step.stdout);
    sink.output('stderr', withRoomsNames(said, program));
    if (step.status === 'XX') throw new Error(FAILED_ITSELF);
    if (!step.failed) continue;
    const note = step === compiled && step.status === '' && !step.signal ? SERVICE_NOTES.uncompiled : noteOn(step);
    if (note) sink.output('note', note);
    return { ...about, state: step.status === 'TO' ? 'timed-out' : 'failed' };
  }
  if (!ran) throw new Error(NOT_PISTON);
  return about;
}

interface Stage {
  stdout: string;
  stderr: string;
  code: unknown;
  signal: string;
  message: string;
  /** Two letters of Piston's sandbox; empty where all went well, and of older versions. */
  status: string;
  failed: boolean;
}

function stageOf(value: unknown): Stage | undefined {
  const stage = record(value);
  if (!stage || !('stdout' in stage || 'code' in stage)) return undefined;
  const { code = null, signal, status } = stage;
  const letters = text(status);
  return {
    stdout: text(stage.stdout),
    stderr: text(stage.stderr),
    code,
    signal: text(signal),
    message: text(stage.message),
    // These two only say that there is an exit code or a signal.
    status: letters === 'RE' || letters === 'SG' ? '' : letters,
    failed: code !== 0 || text(signal) !== '' || letters !== '',
  };
}

function noteOn({ status, signal, code, message }: Stage): string {
  if (status === 'TO') return SERVICE_NOTES.slow;
  if (status === 'OL' || status === 'EL') return SERVICE_NOTES.long;
  return endNote(code, signal) || message;
}

function endNote(code: unknown, signal: string): string {
  if (signal) return `Ended by the signal ${signal}${SIGNALS[signal] ? `: ${SIGNALS[signal]}` : ''}.`;
  return typeof code === 'number' && code !== 0 ? `Ended with exit code ${code}.` : '';
}

/** How Judge0's list of languages calls them. */
const JUDGE0_NAMES: Readonly<Record<string, string>> = {
  ...{ java: 'Java', csharp: 'C#', go: 'Go', rust: 'Rust', kotlin: 'Kotlin', ruby: 'Ruby', php: 'PHP', c: 'C' },
  ...{ cpp: 'C++', swift: 'Swift', shell: 'Bash', python: 'Python', javascript: 'JavaScript', lua: 'Lua' },
  ...{ typescript: 'TypeScript', sql: 'SQL' },
};
/** What it calls the file that is run, whatever that was called. */
const JUDGE0_FILES: Readonly<Record<string, string>> = {
  ...{ java: 'Main.java', csharp: 'Main.cs', kotlin: 'Main.kt', swift: 'Main.swift', go: 'main.go', rust: 'main.rs' },
  ...{ ruby: 'script.rb', php: 'script.php', c: 'main.c', cpp: 'main.cpp', shell: 'script.sh', python: 'script.py' },
};
const JUDGE0_FIELDS = 'stdout,stderr,compile_output,message,status,exit_code';
/** Judge0's numbers of how a submission stands; all others above `accepted` are failures of some kind. */
const JUDGE0 = { processing: 2, accepted: 3, timedOut: 5, uncompiled: 6, internal: 13 };
const JUDGE0_SIGNALS: Readonly<Record<number, string>> = { 7: 'SIGSEGV', 8: 'SIGXFSZ', 9: 'SIGFPE', 10: 'SIGABRT' };
const JUDGE0_PAUSE_MS = 400;

interface Judge0Language {
  id: number;
  name: string;
}

/** The newest that Judge0 has of a language, whose name has `version` in it. Rejects with a sentence when there is none. */
export async function judge0Language(ask: AskService, language: string, version = ''): Promise<Judge0Language> {
  const list = await ask('languages');
  if (!Array.isArray(list)) throw new Error(NOT_JUDGE0);
  const wanted = JUDGE0_NAMES[language] ?? language;
  const found = list
    .map((each) => ({ id: Number(record(each)?.id), name: text(record(each)?.name) }))
    .filter(({ id, name }) => Number.isSafeInteger(id) && name.startsWith(`${wanted} (`) && name.includes(version))
    .sort((a, b) => b.id - a.id)[0];
  if (!found) throw new Error(`the Judge0 server has no language called ${[wanted, version].join(' ').trim()}.`);
  return found;
}

/** Hands a program in, then asks until it is over. `pause` waits; `zip` packs the other files, which stay behind without it. */
export async function runOnJudge0(
  ask: AskService,
  program: ServiceProgram,
  sink: ServiceSink,
  { id, name = '' }: { id: number; name?: string },
  pause: (ms: number) => Promise<void>,
  zip?: (files: ServiceProgram['files']) => Promise<Uint8Array>,
): Promise<Ended> {
  const { language, code, files, stdin } = program;
  let answer = record(
    await ask('submissions?base64_encoded=true&wait=false', {
      source_code: toBase64(code),
      stdin: toBase64(stdin),
      language_id: id,
      ...(zip && files.length > 0 && { additional_files: bytesToBase64(await zip(files)) }),
    }),
  );
  const token = answer?.token;
  if (typeof token !== 'string' || token === '') throw new Error(NOT_JUDGE0);
  const path = `submissions/${encodeURIComponent(token)}?base64_encoded=true&fields=${JUDGE0_FIELDS}`;
  for (;;) {
    answer = record(await ask(path));
    const status = record(answer?.status)?.id;
    if (typeof status !== 'number') throw new Error('the server lost the program. Run it again.');
    if (status > JUDGE0.processing) {
      const { stdout, stderr, compile_output, message, exit_code } = answer ?? {};
      if (status === JUDGE0.internal) throw new Error(FAILED_ITSELF);
      const failed = status === JUDGE0.uncompiled;
      sink.output('stdout', fromBase64(stdout));
      const said = failed ? fromBase64(compile_output) + fromBase64(stderr) : fromBase64(stderr);
      sink.output('stderr', withRoomsNames(said, program, JUDGE0_FILES[language]));
      if (status === JUDGE0.accepted) return { state: 'done', version: name };
      const signal = JUDGE0_SIGNALS[status] ?? '';
      const note = failed ? SERVICE_NOTES.uncompiled : status === JUDGE0.timedOut ? SERVICE_NOTES.slow : '';
      sink.output('note', note || endNote(exit_code, signal) || fromBase64(message).trim() || 'It failed.');
      return { state: status === JUDGE0.timedOut ? 'timed-out' : 'failed', version: name };
    }
    await pause(JUDGE0_PAUSE_MS);
  }
}

/** Folders in which the services keep what they run. */
const FOLDERS = /(?<![\w.-])\/(?:box\/submission|box|piston\/jobs\/[\w-]+)\//g;

/** What a compiler or an interpreter says, with the files called as in the room: without the service's folders and the extensions it adds. */
function withRoomsNames(said: string, { fileName, files }: ServiceProgram, called = fileName): string {
  const inPlace = said.replace(FOLDERS, '');
  return [fileName, called, ...files.map(({ name }) => name)].reduce((all, name) => {
    const extension = /\.\w+$/.exec(name)?.[0] ?? '';
    const pattern = new RegExp(`(?<![\\w./-])(?:\\./)?${quoted(name)}(?:${quoted(extension)})?(?![\\w-])`, 'g');
    return all.replace(pattern, () => (name === called ? fileName : name));
  }, inPlace);
}

function quoted(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function toBase64(value: string): string {
  return bytesToBase64(new TextEncoder().encode(value));
}

function bytesToBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Of what is no base64 nothing is left. */
function fromBase64(value: unknown): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text(value).replace(/\s/g, '')), (c) => c.charCodeAt(0)));
  } catch {
    throw new Error(NOT_JUDGE0);
  }
}
