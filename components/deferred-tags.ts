// The parts that may come a moment after the first keystroke; here, so that the first script does not name them all.

import { VERSION } from '../party/shared/version.js';
import * as later from './deferred-elements.js';
import { noteVersion } from './element/other-copy.js';

export function deferredElements(): (typeof later)[keyof typeof later][] {
  noteVersion(customElements, VERSION, globalThis.document);
  return Object.values(later);
}
