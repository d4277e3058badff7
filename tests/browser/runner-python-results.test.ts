// What a program gives besides text: values, pictures, tables and files; and what becomes of one that breaks Python itself.
import { expect } from '@esm-bundle/chai';
import { openRunner, run } from '../fixtures/runner.js';

describe('The results of Python', function () {
  this.timeout(60_000);
  const { runner, close } = openRunner();
  after(close);
  const python = async (code: string, options = {}) => {
    const { state, transcript, notes } = await run(runner, 'python', code, options);
    return { state, notes, text: transcript.text(), of: (kind: 'image' | 'table' | 'file') => transcript.text(kind) };
  };

  it('are the value of the last expression, if requested', async () => {
    expect((await python('x = 3\nx * 2', { showResult: true })).text).to.equal('6\n');
    expect((await python('x = 3\nx * 2')).text).to.equal('');
    const { text } = await python('1\n1 / 0', { showResult: true });
    expect(text).to.include('line 2, in <module>\n    1 / 0');
  });

  it('are images', async () => {
    const code = `from code_room import show
class Plot:
    def savefig(self, file, format): file.write(b"\\x89PNG" + format.encode())
show(Plot())
show("<svg></svg>")
show(b"\\xff\\xd8\\xff" + bytes(100000))`;
    const { of, notes } = await python(code);
    const picture = btoa('\x89PNGpng');
    expect(of('image')).to.equal(`data:image/png;base64,${picture}data:image/svg+xml;base64,${btoa('<svg></svg>')}`);
    expect(notes).to.equal('A picture of 100 kB is too large to be shown; the limit is 34 kB.');
  });

  it('are tables', async () => {
    const { of } = await python('from code_room import show\nshow([{"a": 1, "b": "x\\ty\\nz"}, {"a": 2, "c": None}])');
    expect(of('table')).to.equal('a\tb\tc\n1\tx y z\t\n2\t\tNone');
  });

  it('are files, with content if small', async () => {
    const { of } = await python(
      'import os\nos.mkdir("d")\nopen("d/a.txt", "w").write("hé")\nopen("b.bin", "wb").write(bytes(9**5))',
    );
    expect(of('file')).to.equal(`b.bin\tapplication/octet-stream\t59049\td/a.txt\ttext/plain\t3\t${btoa('h\xc3\xa9')}`);
  });

  it('are files of the folder where the program began, wherever it went', async () => {
    const files = [{ name: 'came.txt', text: 'along' }];
    for (const folder of ['/', '/tmp', 'd']) {
      const code = `import os\nos.mkdir("d")\nopen("d/a.txt", "w").write("a")\nos.chdir("${folder}")`;
      const { state, notes, of } = await python(code, { files });
      expect({ state, notes }, folder).to.deep.equal({ state: 'done', notes: '' });
      expect(of('file'), folder).to.equal(`d/a.txt\ttext/plain\t1\t${btoa('a')}`);
    }
  });

  for (const [what, code, says] of [
    ['aborts', 'import os\nos.abort()', 'Python itself crashed'],
    // Its own functions take no stack of the machine: with no limit they go on until memory is full, as in any Python.
    ['recurses with no limit', 'import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()', 'more than the 512 MB'],
    ['takes the builtins away', 'import builtins\ndel builtins.len\nx', 'NameError'],
    ['needs too much memory', 'bytearray(600 * 2**20)', 'more than the 512 MB'],
    ['imports what is not there', 'import numpy.linalg', 'numpy is not available here'],
  ] as const) {
    it(`are a sentence when the program ${what}`, async () => {
      // To fill all memory with calls takes long on a machine that does other things as well.
      const { state, notes } = await python(code, { timeLimitMs: 50_000 });
      expect(state).to.equal('failed');
      expect(notes).to.include(says);
    });
  }
});
