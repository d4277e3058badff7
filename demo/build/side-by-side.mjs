// Runs npm scripts at the same time: `node demo/build/side-by-side.mjs build:bundles build:packs`. Fails when one of them does, and then ends the others.
import { spawn } from 'node:child_process';

// On Windows, npm is a shell script.
const shell = process.platform === 'win32';
const options = /** @type {const} */ ({ stdio: 'inherit', shell, detached: !shell });
const running = new Set(process.argv.slice(2).map((script) => spawn('npm', ['run', script, '--silent'], options)));

for (const child of running)
  child.once('exit', (code) => {
    running.delete(child);
    if (code === 0) return;
    process.exitCode = 1;
    end();
  });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.once(signal, () => {
    process.exitCode = 1;
    end();
  });

/** With all that npm has started. */
function end() {
  for (const { pid } of running) {
    try {
      if (pid) process.kill(shell ? pid : -pid);
    } catch {
      // It has just ended by itself.
    }
  }
}
