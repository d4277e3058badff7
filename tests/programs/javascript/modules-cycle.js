import Parser, { parse, version as v } from './lib/parser.js';
import * as nodes from './lib/nodes.js';
import { register, registry } from './lib/registry.js';
import config from './lib/config.cjs';
import './lib/side-effect.js';
export const main = 'main';
console.log(parse('(1 (2 3))'), v, Object.keys(nodes), nodes.default.name, nodes);
register('x', 1); console.log(registry, config, config.nested.deep);
const lazy = await import('./lib/lazy.js'); console.log(lazy.default(2), lazy.calls, (await import('./lib/lazy.js')) === lazy);
lazy.bump(); console.log(lazy.calls, new Parser().constructor.name, import.meta.url.endsWith('main.js'));
try { nodes.Leaf = 1; } catch (e) { console.log(e.name); }
try { await import('./lib/missing.js'); } catch (e) { console.log(e.code); }
try { await import('./lib/throws.js'); } catch (e) { console.log(e.message, /throws\.js:2/.test(e.stack)); }
parse('(1');
