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

it('are those of the line that reads, with the number and name that they have in C', async () => {
  const NUMBER = 'number has no integer representation';
  for (const [code, message] of [
    ["io.read('string')", "bad argument #1 to 'read' (invalid format)"],
    ["io.read('')", "bad argument #1 to 'read' (invalid format)"],
    ['io.read(nil)', "bad argument #1 to 'read' (string expected, got nil)"],
    ["io.read('l', {})", "bad argument #2 to 'read' (string expected, got table)"],
    ['io.read(1.5)', `bad argument #1 to 'read' (${NUMBER})`],
    ["io.stdin:read('l', 'x')", "bad argument #2 to 'read' (invalid format)"],
    ["for line in io.lines(nil, 'x') do end", "bad argument #2 to 'for iterator' (invalid format)"],
    ["for line in io.stdin:lines('l', 'x') do end", "bad argument #3 to 'for iterator' (invalid format)"],
  ] as const) {
    const text = await printed(`print(pcall(function()\nlocal ok = true ${code}\nreturn ok end))`, 'one\ntwo\n');
    // Of a call whose result is not returned.
    assert.equal(text, `false\tmain.lua:2: ${message}\n`, code);
  }
  assert.equal(await printed("print(io.read(2.0, '*l', 'n'))", 'one\n5\n'), 'on\te\t5\n');
});

it('have a trace as Lua has it', async () => {
  const trace = (...frames: string[]) => `${['stack traceback:', ...frames].join('\n\t')}\n`;
  const main = ['main.lua:1: in main chunk', '[C]: in ?'];
  assert.equal(await printed("print(debug.traceback('tb'))"), `tb\n${trace(...main)}`);
  assert.equal(await printed('local function f() print(debug.traceback(nil, 2)) end f()'), trace(...main));
  assert.equal(
    await printed("print(select(2, xpcall(function() error('deep') end, debug.traceback)))"),
    `main.lua:1: deep\n${trace("[C]: in function 'error'", 'main.lua:1: in function <main.lua:1>', "[C]: in function 'xpcall'", ...main)}`,
  );
  // By a tail call inside of ours.
  const written = await printed('print(select(2, xpcall(function() io.write({}) end, debug.traceback)))');
  assert.doesNotMatch(written, /code-room|tail calls/);
  assert.match(written, /\n\t\[C\]: in [^\n]+\n\tmain\.lua:1: in function <main\.lua:1>\n/);
  assert.equal(
    await printed("coroutine.wrap(function() print(debug.traceback('co')) end)()"),
    `co\n${trace('main.lua:1: in function <main.lua:1>')}`,
  );
  const waiting =
    'local co = coroutine.create(function() coroutine.yield() end) coroutine.resume(co) print(debug.traceback(co';
  const inner = 'main.lua:1: in function <main.lua:1>';
  assert.equal(await printed(`${waiting}))`), trace("[C]: in function 'coroutine.yield'", inner));
  assert.equal(await printed(`${waiting}, nil, 1))`), trace(inner));
  assert.equal(
    await printed('print(debug.traceback(5), debug.traceback(true))'),
    `5\n${trace(...main).trim()}\ttrue\n`,
  );
});

it('are written before what is collected at the end says its last', async () => {
  const last = (call: string) => `t = setmetatable({}, { __gc = function() ${call} end })\n`;
  assert.equal(await printed(`${last("print('closed')")}error('bad')`), '[stderr: main.lua:2: bad\n]closed\n');
  assert.equal(await printed(last('io.write("\\xE2")')), '\uFFFD');
});

it('are told of an end by os.exit by what a shell has of its status', async () => {
  for (const status of ['', 'true', '0', '256', '-512', '0.0'])
    assert.equal(await printed(`os.exit(${status})`), '[done: ]', status);
  for (const status of ['false', '1', '-1', '255', '257'])
    assert.equal(await printed(`os.exit(${status})`), '[failed: ]', status);
});
