// Packages that a Python program imports: fetched from the folder that the page names, checked, installed before it begins.
import { expect } from '@esm-bundle/chai';
import { openRunner, run, start } from '../fixtures/runner.js';

const packages = '/__packages';

describe('The packages of Python', function () {
  this.timeout(60_000);
  const { runner, close } = openRunner();
  before(() => caches.delete('code-room-packages'));
  after(close);
  const python = (code: string, options = {}) => run(runner, 'python', code, { packages, ...options });
  const fetched = () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.whl')).length;

  it('are loaded with their dependencies and progress, and fetched once', async () => {
    const code = 'import sys\nfrom greetings import greet\nprint(greet("Ada"), "native" in sys.modules)';
    const { stdout, transcript, state } = await python(code, { timeLimitMs: 2000 });
    expect([stdout, transcript.text('note'), state]).to.deep.equal(['Hail, Ada! False\n', '', 'done']);
    const said = transcript.progress.map((progress) => progress?.sentence ?? '');
    expect(said).to.include('Loading greetings');
    expect(transcript.progress.at(-1)).to.equal(null);
    const before = fetched();
    expect((await python(code)).stdout).to.equal('Hail, Ada! False\n');
    expect(fetched()).to.equal(before);
  });

  it('may be compiled', async () => {
    const { stdout, notes, stderr } = await python('import native\nprint(native.answer, native.__name__)');
    expect(stdout + notes + stderr).to.equal('42 native\n');
  });

  it('may be imported anywhere, and may be missing where the program handles that', async () => {
    const code = `def greeting():
    import greetings
    return greetings.greet("Ben")
try:
    import absent
except ImportError:
    print(greeting())`;
    const { stdout, notes } = await python(code);
    expect(stdout + notes).to.equal('Hail, Ben!\n');
  });

  const lacking: [what: string, code: string, folder: string, sentence: RegExp][] = [
    ['no folder is named', 'import numpy', '', /^numpy is not available here: .* has to set `packages`\.$/],
    ['the folder lacks it', 'import absent.part', packages, /^absent is not among the packages at http.*__packages\//],
    ['its file is gone', 'import gone', packages, /^gone could not be loaded: http.*gone-1.0.* status 404/],
    ['its file is another', 'import changed', packages, /^changed could not be loaded: .* SHA-256 differs\.$/],
    ['there is no folder', 'import greetings', '/__nowhere/', /^greetings could not be loaded: http.* status 404/],
    [
      'it is for another Pyodide',
      'import native',
      `${packages}/old`,
      /^native is not available here: .* another Pyodide than 314/,
    ],
  ];
  for (const [what, code, folder, sentence] of lacking) {
    it(`say what to do if ${what}`, async () => {
      const { notes, stderr, state } = await python(code, { packages: folder });
      expect(notes).to.match(sentence);
      expect(stderr).to.include('ModuleNotFoundError');
      expect(state).to.equal('failed');
    });
  }

  it('do not delay Stop', async () => {
    const answer = window.fetch;
    let asked: () => void = () => {};
    const loading = new Promise<void>((resolve) => {
      asked = resolve;
    });
    window.fetch = () => {
      asked();
      return new Promise(() => {});
    };
    try {
      const { ended } = start(runner, 'python', 'import greetings', { packages: `${packages}/never` });
      await loading;
      runner.stop();
      expect((await ended).state).to.equal('stopped');
    } finally {
      window.fetch = answer;
    }
    expect((await python('print("on")')).stdout).to.equal('on\n');
  });

  it('that are loading when a run is stopped are not fetched again by the next', async () => {
    await caches.delete('code-room-packages');
    const { fetch } = window;
    let asked = 0;
    let send: () => void = () => {};
    const sent = new Promise<void>((resolve) => {
      send = resolve;
    });
    window.fetch = async (...request) => {
      if (!String(request[0]).endsWith('.whl')) return fetch(...request);
      asked += 1;
      await sent;
      return fetch(...request);
    };
    try {
      const code = 'from greetings import greet\nprint(greet("Ada"))';
      const first = start(runner, 'python', code, { packages });
      while (asked < 2) await new Promise((resolve) => setTimeout(resolve, 10));
      runner.stop();
      expect((await first.ended).state).to.equal('stopped');
      const { transcript, ended } = start(runner, 'python', code, { packages });
      while (!transcript.progress.some((progress) => progress?.sentence === 'Loading greetings'))
        await new Promise((resolve) => setTimeout(resolve, 10));
      send();
      expect((await ended).state).to.equal('done');
      expect(transcript.text('stdout')).to.equal('Hail, Ada!\n');
      // greetings, and what it needs.
      expect(asked).to.equal(2);
    } finally {
      window.fetch = fetch;
    }
  });
});
