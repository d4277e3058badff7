// Asks TypeScript's own compiler, which lives in a worker beside this one.
import type { Compiled, Source } from '../../messages.js';
import { post, scope } from '../scope.js';

/** One at a time. Rejects with a sentence if the compiler cannot be had. */
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
