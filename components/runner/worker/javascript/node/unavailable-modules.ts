// Node's modules that are not available here, and why.

const NETWORK = 'programs run without a network here.';
const DEBUGGER = 'there is no debugger here. Print to the console.';
const PROGRAMS = 'programs here cannot start other programs.';

const ELSEWHERE: Readonly<Record<string, string>> = {
  async_hooks: 'what follows a call through its promises cannot be known here. Hand values on as arguments.',
  child_process: PROGRAMS,
  cluster: PROGRAMS,
  constants: 'they are spread over other modules. Take them from fs, os or crypto.',
  dgram: NETWORK,
  diagnostics_channel: 'no module here says what it does. Use events.',
  dns: NETWORK,
  'dns/promises': NETWORK,
  domain: 'errors are not gathered here. Catch them where they arise.',
  http: `${NETWORK} Call your functions directly.`,
  http2: `${NETWORK} Call your functions directly.`,
  https: `${NETWORK} Put the data into this file.`,
  inspector: DEBUGGER,
  'inspector/promises': DEBUGGER,
  net: NETWORK,
  repl: 'there is no second console here. Use readline.',
  sea: 'programs here are not made into files that run alone.',
  sqlite: 'a program has no database here. Choose SQL as the language of the room.',
  'test/reporters': 'tests are reported in one way here.',
  tls: NETWORK,
  trace_events: 'what the engine does is not written down here. Use perf_hooks.',
  v8: 'the engine is that of the browser.',
  vm: 'code cannot be made from text here. Write it as a function.',
  wasi: 'there is no system to speak to here.',
  worker_threads: 'programs here have one thread. Call your functions directly.',
  zlib: 'nothing is compressed here: CompressionStream, which browsers and Node share, is there.',
};

/** Why a module is not available. */
export function reasonFor(name: string): string {
  const plain = name.replace(/^node:/, '');
  if (Object.hasOwn(ELSEWHERE, plain)) return ELSEWHERE[plain] ?? '';
  if (name.startsWith('node:')) return 'Node has no such module.';
  if (/^[./]/.test(name)) return 'there is no such file in the room.';
  return 'programs run here without a network. Put what you need into this file.';
}
