/** Problems: refusals as RFC 9457 problem documents, with a sentence for people as `detail`, and its code and values where it is in the table of the room's. */
import type { Context } from 'hono';
import type { ZodError } from 'zod';
import { utf8Length } from '../shared/plain-text.js';
import { REFUSAL_SENTENCES } from '../shared/refusals.js';
import { codeIn } from '../shared/sentence-code.js';

const TITLES = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Not possible now',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid request',
  429: 'Too many requests',
  500: 'Server error',
  503: 'Room unavailable',
} as const;

type ProblemStatus = keyof typeof TITLES;

/** An invalid field: a JSON pointer into the body, and what to do. */
interface FieldError {
  pointer: string;
  detail: string;
}

export class Problem extends Error {
  constructor(
    readonly status: ProblemStatus,
    readonly detail: string,
    readonly errors?: FieldError[],
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }
}

export function isProblemStatus(status: number): status is ProblemStatus {
  return status in TITLES;
}

export function problemResponse(c: Context, { status, detail, errors, headers }: Problem): Response {
  if (status === 401) c.header('WWW-Authenticate', 'Bearer');
  const { code, values = {} } = codeIn(REFUSAL_SENTENCES, detail) ?? {};
  const known = Object.keys(values).length > 0 ? values : undefined;
  const body = { type: 'about:blank', title: TITLES[status], status, detail, code, values: known, errors };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...headers,
  });
}

/** Faults of a body that are told; a list may have one in each of its elements. */
const FAULTS_SHOWN = 20;

export function invalidBody({ issues }: ZodError): Problem {
  const shown = issues.slice(0, FAULTS_SHOWN);
  const errors = shown.map((issue) => ({ pointer: `/${issue.path.join('/')}`, detail: sentence(issue) }));
  const details = errors.map(({ pointer, detail }) => (pointer === '/' ? detail : `"${pointer.slice(1)}": ${detail}`));
  const left = issues.length - shown.length;
  if (left > 0) details.push(`There ${left === 1 ? 'is' : 'are'} ${left} more.`);
  return new Problem(422, details.join(' '), errors);
}

/** A field of the body that this server's limits refuse: schemas know only those of every server. */
export function wrongField(status: 413 | 422, field: string, detail: string, summary = detail): Problem {
  return new Problem(status, summary, [{ pointer: `/${field}`, detail }]);
}

export function tooMany(sentence: string, seconds: number): Problem {
  const wait = `Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again.`;
  return new Problem(429, `${sentence} ${wait}`, undefined, { 'Retry-After': String(seconds) });
}

/** Throws a Problem. */
export function assertBytes(field: string, text: string, limit: number): void {
  if (utf8Length(text) <= limit) return;
  const most = `at most ${limit / 1024} KiB of UTF-8.`;
  throw wrongField(413, field, `This is too much: ${most}`, `"${field}" is too large. Send ${most}`);
}

/** Unknown field names are repeated in the answer, but only so many. */
const NAMES_SHOWN = 5;
const NAME_SHOWN = 40;

function some(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).map((name) => `"${name.slice(0, NAME_SHOWN)}"`);
  return [...shown, ...(names.length > NAMES_SHOWN ? ['…'] : [])].join(', ');
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a JSON object',
};

function sentence(issue: ZodError['issues'][number]): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `There is no field ${some(issue.keys)}. Take it away, or check its name at /docs.`;
    case 'invalid_type':
      return `Send ${KINDS[issue.expected] ?? `a value of type ${issue.expected}`}.`;
    default:
      return issue.message;
  }
}
