// Lua 5.4, by wasmoon.
import type { SandboxLanguage } from '../languages.js';

export const lua: SandboxLanguage = {
  id: 'lua',
  label: 'Lua',
  worker: 'lua.js',
  files: ['lua.wasm'],
};
