/** The Content-Security-Policy that a page with a room needs, no wider than it must be: for the form of the documents and for whoever asks by address. */
import { digestOf } from './digest.js';

export const SCRIPT_WAYS = ['host', 'nonce', 'hash'] as const;
export type ScriptWay = (typeof SCRIPT_WAYS)[number];

export interface PolicyWish {
  /** Origin of the host with the script, the rooms and the sandbox. */
  host: string;
  /** How the page allows scripts: by their origin, by a nonce new with each answer, or by the hash of one inline script. */
  scripts: ScriptWay;
  /** Trusted Types are required, and only these policies may be made. */
  trusted: boolean;
  /** Only reported, to try it first. */
  reportOnly: boolean;
  /** Addresses of folders elsewhere, and of another sandbox; empty for none. */
  packages: string;
  packs: string;
  runner: string;
}

export interface EmbedPolicy {
  header: { name: string; value: string };
  /** What stands in the page. */
  tag: string;
}

export const USUAL: Omit<PolicyWish, 'host'> = {
  scripts: 'host',
  trusted: false,
  reportOnly: false,
  packages: '',
  packs: '',
  runner: '',
};

/** Stands where a server puts the nonce of each answer. */
export const NONCE = '{nonce}';

/** Rejects with a sentence when an address is none. */
export async function embedPolicy(wish: PolicyWish): Promise<EmbedPolicy> {
  const host = originOf(wish.host, 'your host');
  const script = `${host}/code-room.js`;
  const loader = loaderOf(script, wish.trusted);
  const folders = [wish.packages, wish.packs].filter((url) => url !== '').map((url) => originOf(url, url));
  const runner = wish.runner === '' ? host : originOf(wish.runner, wish.runner);
  const sources: Record<ScriptWay, string> = {
    host,
    nonce: `'nonce-${NONCE}' 'strict-dynamic'`,
    hash: `'sha256-${await digestOf(loader)}' 'strict-dynamic'`,
  };
  const policies = wish.scripts === 'hash' ? `lit-html ${LOADER}` : 'lit-html';
  const directives = [
    `script-src ${sources[wish.scripts]}`,
    `connect-src ${[...new Set([host, host.replace(/^http/, 'ws'), ...folders])].join(' ')}`,
    `frame-src ${runner}`,
    'img-src blob: data:',
    ...(wish.trusted ? ["require-trusted-types-for 'script'", `trusted-types ${policies}`] : []),
  ];
  const tags: Record<ScriptWay, string> = {
    host: `<script type="module" src="${script}"></script>`,
    nonce: `<script type="module" nonce="${NONCE}" src="${script}"></script>`,
    hash: `<script>${loader}</script>`,
  };
  const name = wish.reportOnly ? 'Content-Security-Policy-Report-Only' : 'Content-Security-Policy';
  return { header: { name, value: directives.join('; ') }, tag: tags[wish.scripts] };
}

const LOADER = 'code-room-loader';

/** An inline script that a hash can allow. It adds the other as an element: what it would import, `'strict-dynamic'` does not cover in Chromium. */
function loaderOf(script: string, trusted: boolean): string {
  const made = `globalThis.trustedTypes?.createPolicy('${LOADER}', { createScriptURL: () => url }).createScriptURL(url) ?? url`;
  return `
  const url = '${script}';
  const script = document.createElement('script');
  script.type = 'module';
  script.src = ${trusted ? made : 'url'};
  document.head.append(script);
`;
}

function originOf(url: string, what: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return new URL(url).origin;
  throw new Error(
    `${what === url ? `“${url}”` : `The address of ${what}`} is no address. Write it like this: https://rooms.example`,
  );
}

/** From the fields of a form or the query of an address; what is not there is as usual. */
export function policyWish(own: string, query: Readonly<Record<string, string | undefined>>): PolicyWish {
  const text = (name: string) => (query[name] ?? '').trim().slice(0, 500);
  return {
    host: text('host') || own,
    scripts: SCRIPT_WAYS.find((way) => way === query.scripts) ?? USUAL.scripts,
    trusted: query.trusted === 'on',
    reportOnly: query.report === 'on',
    packages: text('packages'),
    packs: text('packs'),
    runner: text('runner'),
  };
}
