// The worker that runs TypeScript.
import { bootJavaScript } from './javascript/boot.js';
import { serve } from './serve.js';
import { withoutTypes } from './typescript/without-types.js';

serve(() => bootJavaScript(withoutTypes));
