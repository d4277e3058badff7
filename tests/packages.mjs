// A folder of Python packages, as a Pyodide release has one: two wheels of plain Python, one compiled, and two that cannot be had.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const wheels = {
  'greetings-1.0-py3-none-any.whl': wheel('greetings', {
    'greetings/__init__.py': 'from old_words import WORD\ndef greet(name): return f"{WORD}, {name}!"\n',
  }),
  'old_words-2.0-py3-none-any.whl': wheel('old_words', { 'old_words.py': 'WORD = "Hail"\n' }),
  'native-1.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl': wheel('native', {
    'native.cpython-314-wasm32-emscripten.so': extension(),
  }),
  'changed-1.0-py3-none-any.whl': wheel('changed', { 'changed.py': '' }),
};

const lock = {
  info: { abi_version: '2026_0', arch: 'wasm32', platform: 'emscripten_5_0_3', python: '3.14.2' },
  packages: {
    greetings: entry('greetings', 'greetings-1.0-py3-none-any.whl', ['old-words']),
    'old-words': entry('Old_Words', 'old_words-2.0-py3-none-any.whl'),
    native: entry('native', 'native-1.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl'),
    changed: { ...entry('changed', 'changed-1.0-py3-none-any.whl'), sha256: '0'.repeat(64) },
    gone: entry('gone', 'gone-1.0-py3-none-any.whl'),
  },
};

/** @type {Record<string, string | Uint8Array>} */
const files = {
  ...wheels,
  'pyodide-lock.json': JSON.stringify(lock),
  'old/pyodide-lock.json': JSON.stringify({ ...lock, info: { ...lock.info, abi_version: '2025_0' } }),
};
for (const [name, content] of Object.entries(wheels)) files[`old/${name}`] = content;

/** A file of the folder, or undefined. @param {string} name */
export function packageFile(name) {
  return files[name];
}

/** @param {string} name @param {string} file @param {string[]} depends */
function entry(name, file, depends = []) {
  const sha256 = createHash('sha256')
    .update(/** @type {Record<string, Uint8Array>} */ (wheels)[file] ?? '')
    .digest('hex');
  const imports = [name.toLowerCase()];
  return { name, version: '1.0', file_name: file, install_dir: 'site', sha256, imports, depends };
}

/** @param {string} name @param {Record<string, string | Uint8Array>} content */
function wheel(name, content) {
  const info = `${name}-1.0.dist-info/`;
  return zip({
    ...content,
    [`${info}METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`,
    [`${info}WHEEL`]: 'Wheel-Version: 1.0\n',
    [`${info}RECORD`]: '',
  });
}

/** Files in a zip, none of them packed. @param {Record<string, string | Uint8Array>} content */
function zip(content) {
  const [files, directory] = [/** @type {Buffer[]} */ ([]), /** @type {Buffer[]} */ ([])];
  let at = 0;
  for (const [path, value] of Object.entries(content)) {
    const [name, data] = [Buffer.from(path), Buffer.from(value)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x21, 8);
    about.writeUInt32LE(crc32(data), 10);
    about.writeUInt32LE(data.length, 14);
    about.writeUInt32LE(data.length, 18);
    about.writeUInt16LE(name.length, 22);
    files.push(Buffer.from('PK\x03\x04'), about, name, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), about, place, name);
    at += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(content).length, 4);
  end.writeUInt16LE(Object.keys(content).length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06'), end]);
}

/**
 * The extension module `native`, whose `answer` is 42, as a compiler would link it against this Python. By hand, because no
 * compiler for it can be taken for granted. In its memory: name at 0, name of the constant at 16, PyModuleDef at 64.
 */
function extension() {
  const text = (/** @type {string} */ value) => [value.length, ...Buffer.from(value)];
  const section = (/** @type {number} */ id, /** @type {number[]} */ content) => [id, content.length, ...content];
  const env = (/** @type {string} */ name, /** @type {number[]} */ kind) => [...text('env'), ...text(name), ...kind];
  const [I32, GET_GLOBAL, CONST, ADD, STORE, CALL, GET, TEE, DROP, END] = [
    0x7f, 0x23, 0x41, 0x6a, 0x36, 0x10, 0x20, 0x22, 0x1a, 0x0b,
  ];
  const address = (/** @type {number[]} */ ...offset) => [GET_GLOBAL, 0, CONST, ...offset, ADD];
  const body = [
    ...[1, 1, I32],
    // The name of the module, at 20 in the definition.
    ...[...address(0xc0, 0), ...address(0), STORE, 2, 20],
    ...[...address(0xc0, 0), CONST, 0xf5, 7, CALL, 0, TEE, 0],
    ...[...address(16), CONST, 42, CALL, 1, DROP, GET, 0, END],
  ];
  const memory = [...Buffer.from('native'.padEnd(16, '\0')), ...Buffer.from('answer\0')];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(0, [...text('dylink.0'), 1, 5, 0x80, 1, 4, 0, 0]),
    ...section(1, [3, ...[0x60, 2, I32, I32, 1, I32], ...[0x60, 3, I32, I32, I32, 1, I32], ...[0x60, 0, 1, I32]]),
    ...section(2, [
      4,
      ...env('memory', [2, 0, 0]),
      ...env('__memory_base', [3, I32, 0]),
      ...env('PyModule_Create2', [0, 0]),
      ...env('PyModule_AddIntConstant', [0, 1]),
    ]),
    ...section(3, [1, 2]),
    ...section(7, [1, ...text('PyInit_native'), 0, 2]),
    ...section(10, [1, body.length, ...body]),
    ...section(11, [1, 0, GET_GLOBAL, 0, END, memory.length, ...memory]),
  ]);
}
