/** HTMX as these pages use it: only what the server's own answers say becomes elements, and no text is ever evaluated. */
import 'htmx.org';
import type { Htmx } from 'htmx.org';

/** What HTMX gives to its extensions, as far as it is used here. */
interface Internals {
  initSecurity(policy: object): void;
}

/** The package is typed as CommonJS and comes as a script that names itself. */
export const htmx = (globalThis as unknown as { htmx: Htmx }).htmx;

// Our fragments come from templates that escape all that people wrote.
const rules = { createHTML: (fragment: string) => fragment };

/** Not in every browser, nor in the compiler's library yet. */
const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, policy: object): object } };

htmx.registerExtension('trusted', {
  init: (internals: Internals) => internals.initSecurity(trustedTypes?.createPolicy('htmx', rules) ?? rules),
} as Parameters<Htmx['registerExtension']>[1]);
