/** The Python language service of the editor: errors, suggestions, names and parameters in the files of a room, which are sent to it as they change. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { PYRIGHT_SERVER, pythonDeclarations } from '../../components/runner/tools/build.js';
import type { LanguageDiagnostic, LanguageQuery, Suggestion } from '../../components/runner/tools/language-service.js';
import type { PythonService } from '../../components/runner/worker/tools/python/service.js';

const folder = mkdtempSync(join(tmpdir(), 'code-room-python-service-'));
after(() => rmSync(folder, { recursive: true }));

/** Pyright is a module of the build's making. */
async function start(): Promise<PythonService> {
  const source = fileURLToPath(new URL('../../components/runner/worker/tools/python/service.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [PYRIGHT_SERVER],
  });
  const path = join(folder, 'service.mjs');
  writeFileSync(path, outputFiles[0]?.text ?? '');
  const { PythonService } = await import(pathToFileURL(path).href);
  return PythonService.start(JSON.parse(pythonDeclarations().toString()));
}

const service = await start();
let life = '';

/** `|` is the place that is asked about. */
async function ask<T>(kind: LanguageQuery['kind'], file: string, marked: string, others: Files = {}): Promise<T> {
  const at = marked.indexOf('|');
  const files = { ...others, [file]: marked.replace('|', '') };
  const reply = await service.ask({ life, files, question: { kind, file, at } });
  life = reply.life;
  return reply.answer as T;
}

type Files = Record<string, string | null>;

const errors = async (text: string, others: Files = {}, file = 'main.py') =>
  (await ask<LanguageDiagnostic[]>('errors', file, `${text}|`, others)).map(({ message }) => message.split('\n')[0]);
const names = async (marked: string, others: Files = {}) =>
  (await ask<Suggestion[]>('complete', 'main.py', marked, others)).map(({ label }) => label);

it('tells what will fail when it runs', async () => {
  assert.deepEqual(await errors('total = 1\nprint(totl)\n'), ['"totl" is not defined']);
  assert.deepEqual(await errors('def add(a, b):\n    return a + b\n\nadd(1)\n'), [
    'Argument missing for parameter "b"',
  ]);
  assert.deepEqual(await errors('xs = [1]\nxs.push(2)\n'), ['Cannot access attribute "push" for class "list[int]"']);
  assert.deepEqual(await errors('print("a"\n'), ['"(" was not closed']);
  const [place] = await ask<LanguageDiagnostic[]>('errors', 'main.py', 'é = "😀"\nprint(totl)\n|');
  assert.deepEqual({ ...place, message: '' }, { from: 15, to: 19, severity: 'error', message: '' });
});

it('tells which name a module does not have', async () => {
  assert.deepEqual(await errors('import math\nprint(math.sqroot(4))\n'), [
    '"sqroot" is not a known attribute of module "math"',
  ]);
  assert.deepEqual(await errors('from collections import Countr, deque\n'), ['"Countr" is unknown import symbol']);
  const bank = { 'bank.py': 'def pay(cents): ...\n' };
  assert.deepEqual(await errors('import bank\nbank.pey(1)\nif bank.pay == 1: pass\n', bank), [
    '"pey" is not a known attribute of module "bank"',
  ]);
  assert.deepEqual(await errors('from bank import (\n    pay,\n    pey,\n)\n', bank), [
    '"pey" is unknown import symbol',
  ]);
  const other = { ...bank, 'till.py': 'class Till:\n    def __init__(self): self.pey = 1\n' };
  assert.deepEqual(await errors('import bank\nbank.pey(1)\n', other), [
    '"pey" is not a known attribute of module "bank"',
  ]);
  assert.deepEqual(await errors('import bank\ntry:\n    n = int("1")\nexcept ValueError:\n    bank.pey(1)\n', other), [
    '"pey" is not a known attribute of module "bank"',
  ]);
});

it('does not tell of a name of a module that may be there when it runs', async () => {
  const bank = (text: string) => ({ 'bank.py': text, 'shop/till.py': 'n = 1\n' });
  const fine: [code: string, others?: Files][] = [
    ['import importlib\nimportlib.util.find_spec("a")\n'],
    ['import xml\nprint(xml.dom.minidom)\n'],
    ['import os, re\nprint(os.sys.argv, re.copyreg)\nfrom os import sys\n'],
    ['import threading\nthreading._shutdown2()\nfrom random import _inst2\n'],
    ['try:\n    from collections import Mapping\nexcept ImportError:\n    from collections.abc import Mapping\n'],
    [
      'import math\ndef f(n):\n    try:\n        if n:\n            return math.cbroot(n)\n    except AttributeError:\n        pass\n',
    ],
    ['import math\nif hasattr(math, "cbroot"):\n    math.cbroot(8)\n'],
    ['import bank\nbank.debug = True\nprint(bank.debug)\nbank.level, n = 1, 2\nprint(bank.level)\n', bank('a = 1\n')],
    ['import bank\nprint(bank.one)\n', bank('globals()["one"] = 1\n')],
    ['from bank import array\n', bank('from numpy import *\n')],
    ['import shop\nprint(shop.till.n)\nfrom shop import till\n', bank('import shop.till\n')],
    ['import numpy\nnumpy.arry()\nfrom numpy import arry\n'],
    ['import bank\nfor name in ("user", "n"): setattr(bank, name, 1)\nprint(bank.user)\n', bank('a = 1\n')],
    ['import bank\nbank.__dict__.update(user=1)\nprint(bank.user)\n', bank('a = 1\n')],
    [
      'import bank, start\nprint(bank.user)\nfrom bank import user\n',
      { ...bank('a = 1\n'), 'start.py': 'import bank\nbank.user = 1\n' },
    ],
    [
      'import bank\nprint(bank.user)\n',
      { ...bank('a = 1\n'), 'start.py': 'import os, bank as b\nsetattr(b, "user", 1)\n' },
    ],
    ['try: from collections import Mapping\nexcept ImportError: pass\n'],
    ['try:\n    from collections.abc import Mapping\nexcept ImportError:\n    from collections import Mapping\n'],
    ['try: from collections.abc import Mapping\nexcept ImportError: from collections import Mapping\n'],
    ['import math\ntry:\n    math.cbrt\nexcept:\n    math.cbroot(8)\n'],
    [
      'import math\nfrom contextlib import suppress\nwith suppress(AttributeError):\n    math.cbroot(8)\nwith suppress(ImportError): from collections import Mapping\n',
    ],
  ];
  for (const [code, others] of fine) assert.deepEqual(await errors(code, others), [], code);
});

it('tells nothing of what runs well, as people write it in an interview', async () => {
  const list = `class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next
        self.child = None

head = Node(1)
head.next = Node(2)
head.child = Node(3)
head.child.value = 4
print(head.next.value, head.child.value)

def depth(node: Node):
    return 0 if node is None else 1 + depth(node.child)

depth(head.child)
for i in range(3):
    last = i
print(last)
`;
  assert.deepEqual(await errors(list), []);
  const typed = `from collections import Counter, defaultdict, deque
from functools import lru_cache
from typing import List, Optional
import heapq, sys, numpy

class Solution:
    def top(self, words: List[str], k: int) -> List[str]:
        pass

    @lru_cache(maxsize=None)
    def ways(self, n: int) -> int:
        return 1 if n < 2 else self.ways(n - 1) + self.ways(n - 2)

graph = defaultdict(list)
graph['a'].append('b')
sys.setrecursionlimit(10_000)
Solution().ways(3)
1 + 1
`;
  assert.deepEqual(await errors(typed), []);
});

it('says it softly where a written type does not fit', async () => {
  const found = await ask<LanguageDiagnostic[]>('errors', 'main.py', 'count: int = "a"\n|');
  assert.deepEqual(
    found.map(({ severity, message }) => [severity, message.split('\n')[0]]),
    [['warning', `Type "Literal['a']" is not assignable to declared type "int"`]],
  );
});

it('suggests what there is, of other files and folders too', async () => {
  const shop = {
    'bank.py': 'def pay(cents: int) -> int:\n    return cents\n',
    'shop/till.py': 'def open_till(): ...\n',
  };
  assert.deepEqual(await names('import bank\nbank.|', shop), ['pay']);
  assert.deepEqual(await names('from shop.till import op|', shop), ['open_till']);
  assert.ok((await names('xs = [1]\nxs.app|')).includes('append'));
  assert.ok(!(await names('xs = [1]\nxs.|')).some((name) => name.startsWith('_')));
  assert.ok((await names('xs = [1]\nxs.__le|')).includes('__len__'));
  assert.ok((await names('import heapq\nheapq.heap|')).includes('heappush'));
  assert.ok(!(await names('ret|')).includes('return'), 'words of the language the editor has by itself');
});

it('knows a file that has changed, has another name or is gone', async () => {
  assert.deepEqual(await names('import bank\nbank.|', { 'bank.py': 'def take(): ...\n' }), ['take']);
  assert.deepEqual(await names('import store\nstore.|', { 'bank.py': null, 'store.py': 'def keep(): ...\n' }), [
    'keep',
  ]);
  assert.deepEqual(await names('import bank\nbank.|'), []);
});

it('tells what a name is, and which parameter is written', async () => {
  const shop = { 'bank.py': 'def pay(cents: int, to: str) -> int:\n    """Pays at once."""\n    return cents\n' };
  const hover = await ask<{ code: string; words: string }>(
    'hover',
    'main.py',
    'from bank import pay\npa|y(1, "a")\n',
    shop,
  );
  assert.match(hover.code, /def pay\(\n? *cents: int,\n? *to: str\n?\) -> int/);
  assert.equal(hover.words, 'Pays at once.');
  assert.equal(await ask('hover', 'main.py', 'print(tot|l)\n'), null, 'there is nothing to tell');
  assert.equal(await ask('hover', 'main.py', 'print(grö|ße)\n'), null, 'there is nothing to tell');
  type Parameters = { code: string; from: number; to: number };
  const signature = await ask<Parameters>('signature', 'main.py', 'from bank import pay\npay(1, |)\n');
  assert.equal(signature.code.slice(signature.from, signature.to), 'to: str');
});

it('says that it is a stranger to whoever has told another, and begins anew with whoever has told nobody', async () => {
  const question = { kind: 'errors', file: 'main.py', at: 0 } as const;
  assert.equal((await service.ask({ life: 'another', files: {}, question })).needsAllFiles, true);
  const anew = await service.ask({ life: '', files: { 'main.py': 'import bank\nbank.x\n' }, question });
  assert.deepEqual(anew.answer, [], 'it does not know the files of before');
});
