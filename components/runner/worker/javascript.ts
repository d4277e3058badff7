// Worker entry: JavaScript.
import { bootJavaScript } from './javascript/boot.js';
import { serve } from './serve.js';

serve((files) => bootJavaScript(files));
