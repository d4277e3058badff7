// Lua 5.4, by wasmoon.
import type { SandboxLanguage } from './registry.js';

export const lua: SandboxLanguage = {
  id: 'lua',
  label: 'Lua',
  worker: 'lua.js',
  files: ['lua.wasm'],
};
