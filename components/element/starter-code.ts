// Parses the starter code inside the element: `<script type="text/python" slot="code">`, `<pre>`, `<textarea>` or `<template>`.
import { withLineFeeds } from '../../party/shared/plain-text.js';
import type { RoomFile } from '../session/sync/files.js';

export interface Starter {
  text: string;
  /** From the script's type; empty if unknown. */
  language: string;
  /** Files of a local room that is entered again, as `keptFiles` reads them; this one is its entry. */
  files?: readonly RoomFile[];
  /** Those of the page are among them: the room was not left before they had come. */
  whole?: boolean;
}

/** Pages write `text/python` or `text/x-python` as the type, or `language-python` as a class. */
const TYPE = /^text\/(?:x-)?([a-z0-9+#-]+)$/i;
const CLASS = /(?:^|\s)lang(?:uage)?-([a-z0-9+#-]+)(?:\s|$)/i;

/** The `code` slot in any element, without the page's indentation; of several files the entry. */
export function readStarter(element: Element): Starter | null {
  const slot = ':scope > [slot="code"]';
  const written = element.querySelector(`${slot}[data-entry]`) ?? element.querySelector(slot);
  return written && readCode(written);
}

/** Whether there are files, which are added a moment after the room is entered. */
export function hasNamedFiles(element: Element): boolean {
  return element.querySelector(':scope > [slot="code"][data-name]') !== null;
}

/** Parses one element. */
export function readCode(written: Element): Starter {
  const inner = written.querySelector('code')?.className ?? '';
  const [, language = ''] =
    TYPE.exec(written.getAttribute('type') ?? '') ?? CLASS.exec(`${written.className} ${inner}`) ?? [];
  return { text: dedent(textOf(written)), language: language === 'plain' ? 'plaintext' : language };
}

/** The SQL that sets up the database: `<script type="application/sql" slot="schema">`. */
export function readSchema(element: Element): string {
  const written = element.querySelector(':scope > [slot="schema"]');
  return written ? dedent(textOf(written)) : '';
}

/** The content of a template is a separate fragment; its markup is the code. */
function textOf(written: Element): string {
  const { content } = written as HTMLTemplateElement;
  if (!content) return written.textContent ?? '';
  return content.childElementCount > 0 ? written.innerHTML : (content.textContent ?? '');
}

/** Removes common indentation, and empty lines at the start and end. */
function dedent(text: string): string {
  const lines = withLineFeeds(text)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  // Line by line: there may be more than a call takes.
  const margin = margins.reduce((least, one) => Math.min(least, one), margins[0] ?? 0);
  const flush = lines.map((line) => line.slice(margin)).join('\n');
  return flush === '' ? '' : `${flush}\n`;
}
