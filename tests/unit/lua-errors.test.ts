// Errors of what the sandbox has in place of Lua's own functions name the program's line, not ours.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { printedByLua as printed } from '../fixtures/lua-program.js';

it('are those of the line that calls os.date', async () => {
  for (const [call, message] of [
    ["os.date('%c', 'x')", "main.lua:2: bad argument #2 to 'date' (number expected, got string)"],
    ["os.date('!%c', {})", "main.lua:2: bad argument #2 to 'date' (number expected, got table)"],
    ["os.date(nil, 'x')", "main.lua:2: bad argument #2 to 'date' (number expected, got string)"],
    ["os.date('%d', 'x')", "main.lua:2: bad argument #2 to 'date' (number expected, got string)"],
    ['os.date({})', "main.lua:2: bad argument #1 to 'date' (string expected, got table)"],
    ["os.date('%Ez')", "main.lua:2: bad argument #1 to 'date' (invalid conversion specifier '%Ez')"],
  ] as const)
    assert.equal(await printed(`print(pcall(function()\n${call} end))`), `false\t${message}\n`, call);
  assert.equal(await printed("print(os.date('!%c', 0), os.date('!%d %%c', '0'))"), 'Thu Jan  1 00:00:00 1970\t01 %c\n');
});

it('are those of the line that prints a table which has no text', async () => {
  const table = (result: string) => `setmetatable({}, { __tostring = function() return ${result} end })`;
  assert.equal(
    await printed(`local t = ${table('{}')}\nprint(pcall(function()\nprint(t) end))`),
    "false\tmain.lua:3: '__tostring' must return a string\n",
  );
  assert.equal(await printed(`print(${table("'own'")}, ${table('5')})`), 'own\t5\n');
});

it('are told of an end by os.exit by what a shell has of its status', async () => {
  for (const status of ['', 'true', '0', '256', '-512', '0.0'])
    assert.equal(await printed(`os.exit(${status})`), '[done: ]', status);
  for (const status of ['false', '1', '-1', '255', '257'])
    assert.equal(await printed(`os.exit(${status})`), '[failed: ]', status);
});
