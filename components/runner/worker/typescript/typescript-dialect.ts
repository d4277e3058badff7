// The dialect for TypeScript and JSX: types of simple programs are erased at once, others need TypeScript's compiler.

import type { SourceLanguage } from '../../messages.js';
import type { Dialect } from '../javascript/dialect.js';
import { originalPlace } from '../javascript/original-place.js';
import { askCompiler } from './ask-compiler.js';
import { located } from './compile-with-typescript.js';
import { erase } from './erase.js';

export function typescriptDialect(language: SourceLanguage): Dialect {
  return {
    async compile(code, as = language, others = []) {
      const compiled = erase(code, as) ?? (await askCompiler({ code, language: as, others }));
      if ('problem' in compiled) throw located(compiled);
      const { code: made, mappings } = compiled;
      return { code: made, original: originalPlace(mappings) };
    },
    async explain(code) {
      const compiled = await askCompiler({ code, language });
      return 'problem' in compiled ? located(compiled) : undefined;
    },
  };
}
