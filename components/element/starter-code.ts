// The starter code a page writes inside the element: `<script type="text/python" slot="code">`, `<pre>`, `<textarea>` or `<template>`.
import { withLineFeeds } from '../../party/shared/plain-text.js';
import type { RoomFile } from '../session/sync/files.js';

export interface Starter {
  text: string;
  /** From the script's type; empty when that says nothing. */
  language: string;
  /** All files that were there, of which this is the one that Run runs: of a room of one that comes back. */
  files?: readonly RoomFile[];
}

/** As pages name them: `text/python` and `text/x-python` as a type, `language-python` as a class. */
const TYPE = /^text\/(?:x-)?([a-z0-9+#-]+)$/i;
const CLASS = /(?:^|\s)lang(?:uage)?-([a-z0-9+#-]+)(?:\s|$)/i;

/** The `code` slot as the page wrote it, in whatever element, without the indentation of the page around it; of several the one that Run runs. */
export function readStarter(element: Element): Starter | null {
  const slot = ':scope > [slot="code"]';
  const written = element.querySelector(`${slot}[data-entry]`) ?? element.querySelector(slot);
  return written && readCode(written);
}

/** One of them. */
export function readCode(written: Element): Starter {
  const inner = written.querySelector('code')?.className ?? '';
  const [, language = ''] =
    TYPE.exec(written.getAttribute('type') ?? '') ?? CLASS.exec(`${written.className} ${inner}`) ?? [];
  return { text: dedent(textOf(written)), language: language === 'plain' ? 'plaintext' : language };
}

/** What sets up the database of SQL programs, as the page wrote it: `<script type="application/sql" slot="schema">`. */
export function readSchema(element: Element): string {
  const written = element.querySelector(':scope > [slot="schema"]');
  return written ? dedent(textOf(written)) : '';
}

/** A template has its content beside itself; what is markup there is the code. */
function textOf(written: Element): string {
  if (!(written instanceof HTMLTemplateElement)) return written.textContent ?? '';
  return written.content.childElementCount > 0 ? written.innerHTML : (written.content.textContent ?? '');
}

/** Lines without the indentation they share, and without the empty lines before and after. */
export function dedent(text: string): string {
  const lines = withLineFeeds(text)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const margin = margins.length > 0 ? Math.min(...margins) : 0;
  const flush = lines.map((line) => line.slice(margin)).join('\n');
  return flush === '' ? '' : `${flush}\n`;
}
