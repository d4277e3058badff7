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
        chunk.code = chunk.code.replace(/\bimport\((["'`])(\.[^"'`]+)\1\)/g, (whole, _quote, path) => {
          const file = posix.join(folder, path);
          const there = posix.basename(file).startsWith(`${always}-`) ? atFirst : beside;
          const others = [...withImports(file)].slice(1).filter((other) => !there.has(other));
          if (others.length === 0) return whole;
          return `Promise.all([${[file, ...others].map((name) => `import("${address(name)}")`)}]).then(e=>e[0])`;
        });
      }
    },
  };
}
