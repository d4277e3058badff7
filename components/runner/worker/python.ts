// Worker entry: Python.
import './python/module-worker.js';
import { bootPython } from './python/boot.js';
import { serve } from './serve.js';

serve(bootPython);
