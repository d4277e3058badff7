// Worker entry: Lua.
import { bootLua } from './lua/boot.js';
import { serve } from './serve.js';

serve(bootLua);
