// What programs have here besides what the language and a worker have: declared, so that nobody is told that it does not exist.

const ANYTHING =
  `fs path util assert events crypto readline os url stream buffer process perf_hooks child_process timers
  string_decoder zlib http https net worker_threads async_hooks querystring test v8 vm module fs/promises timers/promises
  readline/promises assert/strict react react-dom react-dom/client react-dom/server react/jsx-runtime vitest jest`
    .split(/\s+/)
    .flatMap((name) => [name, `node:${name}`])
    .map((name) => `declare module '${name}';`)
    .join('\n');

export const GLOBALS: string = `
${ANYTHING}
declare module '@jest/globals';
/** What a module has of which nothing is known. */
type Anything = typeof import('fs');
declare var require: Anything;
declare var module: Anything;
declare var exports: Anything;
declare var process: Anything;
declare var Buffer: Anything;
declare var __filename: string;
declare var __dirname: string;
declare function prompt(message?: string, value?: string): string | null;
declare function alert(message?: unknown): void;
declare function confirm(message?: string): boolean;
declare function setImmediate(call: (...values: unknown[]) => void, ...values: unknown[]): Anything;
declare var describe: Anything;
declare var it: Anything;
declare var test: Anything;
declare var expect: Anything;
declare var beforeEach: Anything;
declare var afterEach: Anything;
declare var beforeAll: Anything;
declare var afterAll: Anything;
declare namespace JSX {
  interface IntrinsicElements { [name: string]: Anything }
  type Element = Anything;
}
`;
