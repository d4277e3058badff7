// Python starts from the snapshot that the build made, in every browser, and without it where that does not work.
import { expect } from '@esm-bundle/chai';
import type { RuntimeFiles, WorkerMessage } from '../../components/runner/messages.js';
import { type BuiltFiles, FileStore } from '../../components/runner/sandbox/file-store.js';
import { sandboxUrl } from '../fixtures/runner.js';

const NAMES = ['pyodide.wasm', 'python-snapshot.wasm', 'python-library.wasm'];
const PRINTED = "['a', 'b'] 0.3\n";

describe('The start of Python', function () {
  this.timeout(60_000);
  let script = '';
  let files: RuntimeFiles = {};
  let snapshot = new Uint8Array();

  before(async () => {
    const page = new DOMParser().parseFromString(await (await fetch(sandboxUrl)).text(), 'text/html');
    const built: { files: BuiltFiles } = JSON.parse(page.getElementById('built')?.textContent ?? '');
    const store = new FileStore(built.files, new URL('.', sandboxUrl));
    const read = (name: string) => store.read(name, () => {});
    const [code, ...contents] = await Promise.all(['python.js', ...NAMES].map(read));
    script = URL.createObjectURL(new Blob([code as ArrayBuffer], { type: 'text/javascript' }));
    const modules = contents.map((content) => WebAssembly.compile(content as ArrayBuffer));
    files = Object.fromEntries((await Promise.all(modules)).map((module, index) => [NAMES[index], module]));
    snapshot = new Uint8Array(contents[1] as ArrayBuffer);
  });

  /** Starts a worker with these files, and runs a program that uses the library. */
  async function boot(overrides: RuntimeFiles = {}) {
    const worker = new Worker(script);
    const code =
      'import asyncio, decimal\nasync def main(): await asyncio.sleep(0.01)\nasyncio.run(main())\nprint(sorted(["b", "a"], key=str.lower), decimal.Decimal("0.1") * 3)';
    let [restored, stdout] = [false, ''];
    await new Promise<void>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
        if (data.type === 'ready') {
          restored = data.restored;
          worker.postMessage({
            type: 'run',
            code,
            files: [],
            fileName: 'main.py',
            outputLimit: 1000,
            seed: 1,
            showResult: false,
            stdin: '',
            schema: '',
            recorded: [],
          });
        } else if (data.type === 'output') stdout += data.chunk.text;
        else if (data.type === 'broken') reject(new Error(data.sentence));
        else if (data.type === 'ended') resolve();
      };
      worker.postMessage({ type: 'boot', files: { ...files, ...overrides } });
    });
    worker.terminate();
    return { restored, stdout };
  }

  it('restores the snapshot', async () => {
    expect(await boot()).to.deep.equal({ restored: true, stdout: PRINTED });
  });

  it('works without a valid snapshot', async () => {
    const none = await WebAssembly.compile(snapshot.slice(0, 8));
    expect(await boot({ 'python-snapshot.wasm': none })).to.deep.equal({ restored: false, stdout: PRINTED });
  });

  it('works without a snapshot of this version', async () => {
    const foreign = snapshot.slice();
    const name = new TextEncoder().encode('header');
    const header =
      foreign.findIndex((_, at) => name.every((byte, index) => foreign[at + index] === byte)) + name.length;
    foreign.fill(1, header + 16, header + 24);
    const module = await WebAssembly.compile(foreign);
    expect(await boot({ 'python-snapshot.wasm': module })).to.deep.equal({ restored: false, stdout: PRINTED });
  });
});
