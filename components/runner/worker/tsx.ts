// Worker entry: JSX and TSX. Types of JSX are not checked.
import { bootJavaScript } from './javascript/boot.js';
import { withReact } from './react/with-react.js';
import { serve } from './serve.js';
import { compiledFrom } from './typescript/compiled-from.js';

serve((files) => bootJavaScript(files, withReact(compiledFrom('tsx'))));
