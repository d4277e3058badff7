// Writes `dist/player.html`: the player with all grammars, style and licences in one file, for playing a replay from the disk.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { noticesOf } from './notices.js';

const compilerOptions = { experimentalDecorators: true, useDefineForClassFields: false };
const { outputFiles, metafile } = await build({
  entryPoints: ['components/player-page.ts'],
  ...{ bundle: true, minify: true, format: 'iife', target: 'es2022', write: false, metafile: true, charset: 'utf8' },
  tsconfigRaw: { compilerOptions },
  legalComments: 'none',
});
// Within a script element this would end it.
const script = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
const hash = createHash('sha256').update(script).digest('base64');
// The page can be passed on alone, and asks nobody for anything.
const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data: blob:`;

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Replay – code-room</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; --code-room-height: 100dvh; --code-room-radius: 0; }
  body { margin: 0; }
</style>
<body>
<noscript>The replay needs JavaScript.</noscript>
<script>${script}</script>
<script type="text/plain" id="licences">
${noticesOf(Object.keys(metafile.inputs)).replaceAll('</script', '<\\/script')}</script>
</html>
`;
// The package has it, and the host offers it beside a replay.
for (const folder of ['dist', 'dist/site']) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/player.html`, page);
}
