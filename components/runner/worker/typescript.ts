// Worker entry: TypeScript.
import { bootJavaScript } from './javascript/boot.js';
import { serve } from './serve.js';
import { compiledFrom } from './typescript/compiled-from.js';

serve((files) => bootJavaScript(files, compiledFrom('ts')));
