// What programs in Lua write crosses to JavaScript whole, however they write it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, it } from 'node:test';
import { LuaFactory } from 'wasmoon';

type Run = (...given: unknown[]) => boolean;

const source = (name: string) =>
  readFileSync(new URL(`../../components/runner/worker/lua/${name}`, import.meta.url), 'utf8');
let factory: LuaFactory;

before(() => {
  factory = new LuaFactory(createRequire(import.meta.url).resolve('wasmoon/dist/glue.wasm'));
});

async function printed(code: string, stdin = ''): Promise<string> {
  const lua = await factory.createEngine({ injectObjects: false, enableProxy: false });
  lua.global.loadString(source('letters.lua'), '=code-room');
  lua.global.runSync();
  lua.global.loadString(source('program.lua'), '=code-room');
  const [run] = lua.global.runSync() as unknown as [Run];
  const lines = stdin.split(/(?<=\n)/).filter(Boolean);
  let text = '';
  const write = (kind: string, piece: string) => {
    text += kind === 'stdout' ? piece : `[${kind}: ${piece}]`;
  };
  const nothing = () => undefined;
  run(write, () => lines.shift(), nothing, nothing, code, 'main.lua', 1);
  lua.global.close();
  return text;
}

it('is whole where a letter is written in pieces', async () => {
  assert.equal(await printed('for c in ("naïve €😀"):gmatch(".") do io.write(c) end print()'), 'naïve €😀\n');
  assert.equal(await printed('repeat local c = io.read(1) io.write(c or "") until not c', 'né\n'), 'né\n');
  assert.equal(await printed('io.write("\\xE2\\x82") io.stderr:write("e") io.write("\\xAC")'), '[stderr: e]€');
});

it('is what a terminal shows where it is no letter', async () => {
  assert.equal(await printed('print(("é"):sub(1,1)) print(1)'), '\uFFFD\n1\n');
  for (const bytes of ['E28261C0AFEDA080F490F09F', 'FF41', 'F09F98', 'E0809FC3', 'F4908080']) {
    const code = `io.write("${bytes.replaceAll(/../g, '\\x$&')}")`;
    assert.equal(await printed(code), new TextDecoder().decode(Buffer.from(bytes, 'hex')), bytes);
  }
  assert.equal(await printed('io.write("\\xE2") os.exit()'), '\uFFFD');
  assert.equal(await printed('io.write("a\\xE2") io.read() io.write("\\x82\\xAC")'), 'a\uFFFD\uFFFD\uFFFD');
  assert.equal(await printed('error("\\xE2", 0)'), '[stderr: \uFFFD\n]');
});

it('goes on behind a zero', async () => {
  assert.equal(await printed('print("a\\0b") print("c")'), 'ab\nc\n');
});
