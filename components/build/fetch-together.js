// Rollup plugin: makes a browser fetch a dynamically imported chunk and all of its imports in parallel, in one round trip.
import { posix } from 'node:path';

/**
 * Otherwise `import('./a.js')` fetches and parses a.js before it fetches the imports of a.js. Not for the npm package: bundlers
 * do this themselves, and have to see the imports unchanged.
 * @param {string} always A chunk that is always loaded, so what it fetches is not listed again.
 * @param {string[]} also Chunks to fetch with it, though it does not import them.
 * @returns {import('rollup').Plugin}
 */
export default function fetchTogether(always, also) {
  return {
    name: 'fetch-together',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      /** The name without its hash. @param {import('rollup').OutputChunk} chunk */
      const nameOf = ({ fileName }) => posix.basename(fileName).replace(/(-[0-9a-f]{8})?\.js$/, '');
      for (const name of [always, ...also])
        if (!chunks.some((chunk) => nameOf(chunk) === name))
          this.error(`There is no chunk ${name} to fetch together with others.`);
      const added = chunks.filter((chunk) => also.includes(nameOf(chunk))).map(({ fileName }) => fileName);
      /** @param {string} file @param {Set<string>} found */
      const withImports = (file, found = new Set()) => {
        const chunk = bundle[file];
        if (found.has(file) || chunk?.type !== 'chunk') return found;
        found.add(file);
        for (const other of [...chunk.imports, ...(nameOf(chunk) === always ? added : [])]) withImports(other, found);
        return found;
      };
      /** @param {(chunk: import('rollup').OutputChunk) => boolean} which */
      const all = (which) => new Set(chunks.filter(which).flatMap(({ fileName }) => [...withImports(fileName)]));
      const atFirst = all(({ isEntry }) => isEntry);
      const beside = all((chunk) => chunk.isEntry || nameOf(chunk) === always);
      for (const chunk of chunks) {
        const folder = posix.dirname(chunk.fileName);
        /** @param {string} name The path relative to this chunk. */
        const address = (name) => posix.relative(folder, name).replace(/^(?!\.)/, './');
        /** @param {string} path The chunk and all that it needs, as addresses; those that are there are left out. */
        const together = (path) => {
          const file = posix.join(folder, path);
          const there = posix.basename(file).startsWith(`${always}-`) ? atFirst : beside;
          return [file, ...[...withImports(file)].slice(1).filter((other) => !there.has(other))].map(address);
        };
        chunk.code = chunk.isEntry ? withTable(chunk.code, together) : withLists(chunk.code, together);
      }
    },
  };
}

const IMPORT = /\bimport\((["'`])(\.[^"'`]+)\1\)/g;

/** @param {string} code @param {(path: string) => string[]} together */
function withLists(code, together) {
  return code.replace(IMPORT, (whole, _quote, path) => {
    const all = together(path);
    return all.length === 1 ? whole : `Promise.all([${all.map((name) => `import("${name}")`)}]).then(e=>e[0])`;
  });
}

/** In the minified code every other name is shorter, or a word. */
const [NAMES, FETCH] = ['chunk$', 'fetch$'];

/**
 * The first load has many lists of the same chunks, and a hash does not compress: each is written once, in a table.
 * @param {string} code @param {(path: string) => string[]} together
 */
function withTable(code, together) {
  /** @type {string[]} */
  const names = [];
  const calls = code.replace(IMPORT, (_whole, _quote, path) => {
    const all = together(path);
    for (const name of all) if (!names.includes(name)) names.push(name);
    return `${FETCH}(${all.map((name) => names.indexOf(name))})`;
  });
  const bare = names.map((name) => /^\.\/chunks\/(.*)\.js$/.exec(name)?.[1]);
  if (code.includes(NAMES) || code.includes(FETCH) || bare.includes(undefined))
    throw new Error('The table of chunks needs names of its own, and all chunks in one folder.');
  // Addresses that are made before: bundlers would take a pattern in `import()` for all files that fit it.
  const table = `"${bare.join(' ')}".split(" ").map(e=>\`./chunks/\${e}.js\`)`;
  const fetching = `Promise.all(e.map(e=>import(${NAMES}[e]))).then(e=>e[0])`;
  return `const ${NAMES}=${table},${FETCH}=(...e)=>${fetching};${calls}`;
}
