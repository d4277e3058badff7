// Makes what a page fetches first as small as it gets: the parts that come later are many, and need not take as long to build.
import { minify } from 'terser';

/** What partysocket writes to the console when one asks it to, which nobody here does. */
const LOGS = ['this._debug'];

/** @returns {import('rollup').Plugin} */
export default function smallest() {
  return {
    name: 'smallest',
    async renderChunk(code, { isEntry }) {
      if (!isEntry) return null;
      // Licences stand in THIRD-PARTY.txt beside it.
      const compress = { passes: 2, pure_funcs: LOGS };
      const { code: small } = await minify(code, { module: true, ecma: 2020, compress, format: { comments: /^!/ } });
      return small ? { code: small, map: null } : null;
    },
  };
}
