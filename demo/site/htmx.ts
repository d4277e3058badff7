/** HTMX configured for these pages: only the server's answers become elements, and no text is evaluated. */
import 'htmx.org';
import type { Htmx } from 'htmx.org';

/** The part of HTMX's extension API that is used. */
interface Internals {
  initSecurity(policy: object): void;
}

/** The package is typed as CommonJS, but is a script that sets a global. */
export const htmx = (globalThis as unknown as { htmx: Htmx }).htmx;

// Our fragments are from templates that escape people's text.
const rules = { createHTML: (fragment: string) => fragment };

/** Missing in some browsers, and in TypeScript's library. */
const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, policy: object): object } };

htmx.registerExtension('trusted', {
  init: (internals: Internals) => internals.initSecurity(trustedTypes?.createPolicy('htmx', rules) ?? rules),
} as Parameters<Htmx['registerExtension']>[1]);
