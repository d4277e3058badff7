// Rollup plugin: minifies the first load as far as possible. The chunks that load later are many and get the faster minifier.
import { minify } from 'terser';

/** @returns {import('rollup').Plugin} */
export default function minifyFirstLoad() {
  return {
    name: 'minify',
    async renderChunk(code, { isEntry }) {
      if (!isEntry) return null;
      // Licences are in THIRD-PARTY.txt.
      const compress = { passes: 2 };
      const { code: small } = await minify(code, { module: true, ecma: 2020, compress, format: { comments: /^!/ } });
      return small ? { code: small, map: null } : null;
    },
  };
}
