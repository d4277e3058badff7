// The worker that runs programs with elements, with types or without: the types of JSX are none.
import { bootJavaScript } from './javascript/boot.js';
import { withReact } from './react/with-react.js';
import { serve } from './serve.js';
import { compiledFrom } from './typescript/compiled-from.js';

serve((files) => bootJavaScript(files, withReact(compiledFrom('tsx'))));
