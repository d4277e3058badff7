// Adds compiled files to Python's library, for modules that programs import and the snapshot does not contain.
// Run by the build in a process of its own; the argument is the output file. Compiling unittest takes ten times as long as loading it.
// Sources are kept, for tracebacks.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';

const NAMES = `
  argparse array base64 bisect calendar cmath concurrent.futures csv dataclasses datetime decimal difflib doctest fileinput
  fractions getopt graphlib hashlib heapq html io ipaddress logging numbers pickle pprint queue random sched secrets shlex
  statistics tempfile textwrap timeit typing unittest unittest.async_case urllib.parse uuid weakref zoneinfo
`;
const SOURCES = ['event_loop.py', 'streams.py', 'results.py', 'manners.py', 'impossible.py', 'program.py'];

const COMPILE = `
import importlib, importlib._bootstrap_external, sys, zipfile
library = next(path for path in sys.path if path.endswith(".zip"))
there = set(sys.modules)
for name in names.split():
    importlib.import_module(name)
wanted = sorted({getattr(sys.modules[name], "__file__", None) or "" for name in set(sys.modules) - there})
with zipfile.ZipFile(library) as sources, zipfile.ZipFile("/library.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
    def add(name, content):
        packed.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    for each in sources.infolist():
        add(each.filename, sources.read(each))
    for path in wanted:
        if path.startswith(library) and path.endswith(".py"):
            source = sources.read(path[len(library) + 1:])
            code = compile(source, path, "exec", dont_inherit=True)
            # Named by what it was made from and not by a time, and never compared: both lie in one file.
            content = importlib._bootstrap_external._code_to_hash_pyc(code, importlib.util.source_hash(source), False)
            add(path[len(library) + 1:] + "c", content)
`;

const pyodide = await loadPyodide({ env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' } });
const machine = pyodide.globals.get('dict')();
for (const source of SOURCES) {
  const code = readFileSync(new URL(source, import.meta.url), 'utf8');
  pyodide.runPython(code, { globals: machine, filename: '<code-room>' });
}
pyodide.globals.set('names', NAMES);
pyodide.runPython(`import importlib.util${COMPILE}`);
writeFileSync(process.argv[2] ?? 'library.zip', pyodide.FS.readFile('/library.zip'));
