// What the custom elements manifest is made from: the public face of the elements, without their private members.
export default {
  globs: ['components/*.ts', 'components/editor/*.ts', 'components/session/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [
    {
      name: 'public-only',
      /** @param {{customElementsManifest: {modules: {declarations?: {members?: {privacy?: string}[]}[]}[]}}} context */
      packageLinkPhase({ customElementsManifest }) {
        for (const { declarations = [] } of customElementsManifest.modules) {
          for (const declaration of declarations) {
            declaration.members = declaration.members?.filter(
              ({ privacy }) => privacy !== 'private' && privacy !== 'protected',
            );
          }
        }
      },
    },
  ],
};
