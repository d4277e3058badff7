// Which programs of a room with one file find that file: those that look for it.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { looksForItself } from '../../components/runner/worker/own-file.js';

it('a program that looks for its own file is given it, others wait for nothing', () => {
  const looks = (code: string) => looksForItself({ code, fileName: 'main.py' });
  for (const code of [
    'print(Path(__file__).exists())',
    'print(os.listdir("."))',
    'for entry in os.scandir(): print(entry)',
    'list(Path(".").iterdir())',
    'glob.glob("*")',
    'Path().rglob("*.py")',
    'for folder in os.walk("."): pass',
    'os.path.getsize(sys.argv[0])',
    'print(os.path.isfile("main.py"))',
    'local file = io.open(arg[0])',
  ])
    assert.equal(looks(code), true, code);
  for (const code of ['print(1)', 'def walk(tree): walk(tree.left)', 'open("data.txt").read()', 'global total'])
    assert.equal(looks(code), false, code);
});
