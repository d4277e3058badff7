// Node's modules that are not available here, and why.

const NETWORK = 'programs run without a network here.';
const PROGRAMS = 'programs here cannot start other programs.';

const ELSEWHERE: Readonly<Record<string, string>> = {
  async_hooks: 'what follows a call through its promises cannot be known here. Hand values on as arguments.',
  child_process: PROGRAMS,
  cluster: PROGRAMS,
  dgram: NETWORK,
  dns: NETWORK,
  'dns/promises': NETWORK,
  http: `${NETWORK} Call your functions directly.`,
  http2: `${NETWORK} Call your functions directly.`,
  https: `${NETWORK} Put the data into this file.`,
  inspector: 'there is no debugger here. Print to the console.',
  net: NETWORK,
  repl: 'there is no second console here. Use readline.',
  sqlite: 'a program has no database here. Choose SQL as the language of the room.',
  tls: NETWORK,
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
  if (/^[./]/.test(name)) return 'there is no such file in the room.';
  return 'programs run here without a network. Put what you need into this file.';
}
