// What programs have here besides what the language and a worker have: declared, so that nobody is told that it does not exist.

const MODULES = `fs path util assert events crypto readline os url stream buffer process perf_hooks child_process timers console
  string_decoder zlib http https net worker_threads async_hooks querystring test v8 vm module fs/promises timers/promises
  stream/promises stream/consumers stream/web readline/promises assert/strict path/posix path/win32 util/types tty punycode
  cluster constants dgram diagnostics_channel dns dns/promises domain http2 inspector inspector/promises repl sqlite sys
  test/reporters tls trace_events wasi`;
/** None of Node's: React, and the runners whose tests run, with what they are written with. */
const OTHER_MODULES = `react react-dom react-dom/client react-dom/server react/jsx-runtime
  vitest jest @jest/globals bun:test mocha chai expect @vitest/expect`;
const VALUES = `require module exports process Buffer global test it describe suite xit xtest expect vi jest
  before after beforeEach afterEach beforeAll afterAll`;
const NODE_TYPES = `ArrayBufferView CpuUsage ErrnoException EventEmitter HRTime Immediate MemoryUsage Module Platform Process
  ProcessEnv ProcessVersions ReadStream ReadWriteStream ReadableStream Require Signals Timeout Timer TypedArray
  WritableStream WriteStream`;

const lines = (names: string, line: (name: string) => string) => names.split(/\s+/).map(line).join('\n');

export const GLOBALS: string = `
${lines(MODULES, (name) => `declare module '${name}';\ndeclare module 'node:${name}';`)}
${lines(OTHER_MODULES, (name) => `declare module '${name}';`)}
/** What a module has of which nothing is known. */
type Anything = typeof import('fs');
${lines(VALUES, (name) => `declare var ${name}: Anything;`)}
type Buffer = Anything;
declare var __filename: string;
declare var __dirname: string;
declare function prompt(message?: string, value?: string): string | null;
declare function alert(message?: unknown): void;
declare function confirm(message?: string): boolean;
declare function setImmediate(call: (...values: unknown[]) => void, ...values: unknown[]): Anything;
declare function clearImmediate(immediate: unknown): void;
declare namespace NodeJS {
  ${lines(NODE_TYPES, (name) => `type ${name} = Anything;`)}
  interface Dict<T> { [key: string]: T | undefined }
}
declare namespace JSX {
  interface IntrinsicElements { [name: string]: Anything }
  interface IntrinsicAttributes { key?: Anything; ref?: Anything }
  interface ElementAttributesProperty { props: Anything }
  interface ElementChildrenAttribute { children: Anything }
  type Element = Anything;
}
`;
