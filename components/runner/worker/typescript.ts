// Worker entry: TypeScript.
import { bootJavaScript } from './javascript/boot.js';
import { serve } from './serve.js';
import { typescriptDialect } from './typescript/typescript-dialect.js';

serve((files) => bootJavaScript(files, typescriptDialect('ts')));
