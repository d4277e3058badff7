// The parts of Node that a program needs: found in its text before it starts, because loading is impossible while it runs.

import type { TestTask } from '../../messages.js';

const EXPECT = /\b(?:expect|vi|jest|chai)\b/;
const NODE = /\b(?:require|import|export|process|Buffer|module|exports|__dirname|__filename)\b/;
const STREAMS = /['"`](?:node:)?(?:stream(?:\/\w+)?|string_decoder)['"`]|\bcreate(?:Read|Write)Stream\b/;
const CRYPTO = /['"`](?:node:)?crypto['"`]/;
const IMPORTS = /\b(?:import|export)\b/;

export function neededParts(code: string, test?: TestTask): string[] {
  if (test?.kind === 'code') {
    const more = EXPECT.test(code) ? ['node.js', 'expect.js'] : ['node.js'];
    return [...new Set([...neededParts(code), ...more])];
  }
  const lacking = !globalThis.crypto?.subtle;
  const needed = [
    [NODE, 'node.js'],
    [STREAMS, 'streams.js'],
    [lacking ? /\bcrypto\b/ : CRYPTO, 'crypto.js'],
    [IMPORTS, 'syntax.js'],
  ] as const;
  return needed.filter(([words]) => words.test(code)).map(([, name]) => name);
}
