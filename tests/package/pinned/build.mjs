import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** The page, built from the packages that a folder has. */
async function page(folder, name, rename = (text) => text) {
  await build({
    absWorkingDir: folder,
    entryPoints: { [name]: 'src/main.js' },
    outdir: `${process.cwd()}/dist`,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    external: ['http://*'],
  });
  const html = readFileSync('src/index.html', 'utf8').replace('main.js', `${name}.js`);
  writeFileSync(`dist/${name}.html`, rename(html));
}

await page(process.cwd(), 'index');

// The same two packages as nobody has seen them yet: of a version still to come, and other than today where no page looks.
cpSync('src', 'newer/src', { recursive: true });
cpSync('node_modules', 'newer/node_modules', { recursive: true, filter: (path) => !/[\\/]@?esbuild$/.test(path) });
for (const name of ['state', 'view']) {
  const folder = `newer/node_modules/@codemirror/${name}`;
  const code = readFileSync(`${folder}/dist/index.js`, 'utf8').replaceAll(/\b(cmView|cmTile)\b/g, '$1Next');
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  writeFileSync(`${folder}/index.js`, code);
  const about = { name: `@codemirror/${name}`, version: '99.0.0', type: 'module', exports: './index.js' };
  writeFileSync(`${folder}/package.json`, JSON.stringify(about));
}
await page(`${process.cwd()}/newer`, 'newer', (html) => html.replaceAll(/(?<=room="|ran in )\w+/g, '$&-newer'));
