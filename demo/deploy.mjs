// `npm run deploy`: builds, then deploys host and rooms with wrangler to the signed-in Cloudflare account.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, install } from './prepare.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

/** Wrangler needs a newer Node; both are downloaded for this one command. */
const tools = ['-y', '-p', 'node@24', '-p', 'wrangler@4'];

try {
  install();
  build();
  if (existsSync('.env')) process.loadEnvFile('.env');
  await (await import('./build/questions.mjs')).bringQuestions(process.env.CODE_ROOM_QUESTIONS);
  const { SETTINGS } = await (await import('./settings.mjs')).loadTable();
  // Arguments after `--` are passed to wrangler: --dry-run uploads nothing and needs no account.
  const { status } = spawnSync('npx', [...tools, 'wrangler', 'deploy', ...process.argv.slice(2)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  if (status !== 0) throw new Error('wrangler did not deploy. Its messages above say why; nothing has changed.');
  const secrets = Object.entries(SETTINGS).flatMap(([name, about]) => ('secret' in about ? [name] : []));
  process.stdout.write(
    `\nSettings are "vars" in wrangler.jsonc, but secrets are not: ${secrets.join(', ')}. Set each once with\n` +
      `  npx ${tools.join(' ')} wrangler secret put ${secrets[0]}\n`,
  );
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
