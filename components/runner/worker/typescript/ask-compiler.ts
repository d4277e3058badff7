// Asks TypeScript's compiler, which runs in another worker.
import type { Compiled, Source } from '../../messages.js';
import { post, scope } from '../scope.js';

/** One request at a time. Rejects with a sentence if the compiler cannot be loaded. */
export function askCompiler(source: Source): Promise<Compiled> {
  return new Promise((resolve, reject) => {
    scope.addEventListener('message', function answered({ data, isTrusted }) {
      if (!isTrusted || data.type !== 'compiled') return;
      scope.removeEventListener('message', answered);
      if ('sentence' in data.result) reject(new Error(data.result.sentence));
      else resolve(data.result);
    });
    post({ type: 'compile', source });
  });
}
