// What programs in Lua write crosses to JavaScript whole, however they write it.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { printedByLua as printed } from '../fixtures/lua-program.js';

it('is whole where a character is written in pieces', async () => {
  assert.equal(await printed('for c in ("naïve €😀"):gmatch(".") do io.write(c) end print()'), 'naïve €😀\n');
  assert.equal(await printed('repeat local c = io.read(1) io.write(c or "") until not c', 'né\n'), 'né\n');
  assert.equal(await printed('io.write("\\xE2\\x82") io.stderr:write("e") io.write("\\xAC")'), '[stderr: e]€');
});

it('is what a terminal shows where it is no character', async () => {
  assert.equal(await printed('print(("é"):sub(1,1)) print(1)'), '\uFFFD\n1\n');
  for (const bytes of ['E28261C0AFEDA080F490F09F', 'FF41', 'F09F98', 'E0809FC3', 'F4908080']) {
    const code = `io.write("${bytes.replaceAll(/../g, '\\x$&')}")`;
    assert.equal(await printed(code), new TextDecoder().decode(Buffer.from(bytes, 'hex')), bytes);
  }
  assert.equal(await printed('io.write("\\xE2") os.exit()'), '\uFFFD[done: ]');
  assert.equal(await printed('io.write("a\\xE2") io.read() io.write("\\x82\\xAC")'), 'a\uFFFD\uFFFD\uFFFD');
  assert.equal(await printed('error("\\xE2", 0)'), '[stderr: \uFFFD\n]');
});

it('goes on behind a zero', async () => {
  assert.equal(await printed('print("a\\0b") print("c")'), 'ab\nc\n');
});
