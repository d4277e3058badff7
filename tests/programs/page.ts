/** The page that programs are run in: one Runner, one program after the other, each in a fresh interpreter as for a user. */

import { learnPacks } from '../../components/runner/languages/packs.js';
import { runnableLanguages } from '../../components/runner/languages/registry.js';
import { Runner } from '../../components/runner/runner.js';
import type { OutputKind } from '../../party/shared/output.js';

export interface Order {
  language: string;
  fileName: string;
  code: string;
  stdin: string;
  schema: string;
  files: { name: string; text: string }[];
}

export interface Outcome {
  state: string;
  chunks: [kind: OutputKind, text: string][];
}

/** Far above what any of them needs; what comes by a pack starts a compiler before. */
const LIMIT_MS = 30_000;
const PACK_LIMIT_MS = 240_000;

const runner = new Runner({ url: '/sandbox/index.html', mount: document.body });
let runs = 0;
const packs = learnPacks(new URL('/packs/', location.href));
const ours = new Set(runnableLanguages());

async function runProgram({ language, fileName, code, stdin, schema, files }: Order): Promise<Outcome> {
  const chunks: Outcome['chunks'] = [];
  let prompts = 0;
  runs += 1;
  if (!ours.has(language)) await packs;
  const limit = setTimeout(() => runner.stop(), ours.has(language) ? LIMIT_MS : PACK_LIMIT_MS);
  const { state } = await runner.run(
    { id: `run-${runs}`, language, fileName, code, stdin, schema, files, timeLimitMs: LIMIT_MS },
    {
      output(kind, text) {
        chunks.push([kind, text]);
        // Nobody is there to answer: a pipe would be at its end.
        if (kind === 'prompt') {
          prompts += 1;
          runner.answer(prompts, null);
        }
      },
      progress() {},
    },
  );
  clearTimeout(limit);
  return { state, chunks };
}

Object.assign(globalThis, { runProgram });
