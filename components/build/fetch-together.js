// Has a browser fetch a part that is loaded later, and all that this part imports, at the same time: one round trip, not one for each.
import { posix } from 'node:path';

/**
 * Without it `import('./a.js')` fetches a.js, reads it, and only then fetches what it imports. Not for packages: their bundlers
 * do it in their own way, and have to see the imports as they are.
 * @param {string} always A part that is loaded beside all others, which need not fetch once more what it has fetched.
 * @param {string[]} also What is fetched together with it, though it does not import it.
 * @returns {import('rollup').Plugin}
 */
export default function fetchTogether(always, also) {
  return {
    name: 'fetch-together',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      /** By the package or file that it is for. @param {import('rollup').OutputChunk} chunk */
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
        /** @param {string} name As this chunk imports it. */
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
