// Worker entry: JSX and TSX. Types of JSX are not checked.
import { bootJavaScript } from './javascript/boot.js';
import { withReact } from './react/with-react.js';
import { serve } from './serve.js';
import { typescriptDialect } from './typescript/typescript-dialect.js';

serve((files) => bootJavaScript(files, withReact(typescriptDialect('tsx'))));
