import type { EventEmitter as E } from 'node:events';
import { type EventEmitterOptions, EventEmitter } from 'node:events';
const e: E = new EventEmitter(); e.on('x', (v: number) => console.log('got', v)); e.emit('x', 3);

