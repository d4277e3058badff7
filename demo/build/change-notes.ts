/** What to change in a page, from the changelog: entries with "Breaking:" or "**Changed:**", version by version, then everything else. */
import type { Part } from '../server/docs.js';

export function changeParts(changelog: string): Part[] {
  const versions = changelog
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const [name = '', ...lines] = text.split('\n');
      return { name: name.trim(), entries: entriesOf(lines.join('\n')) };
    });
  const breaking = versions.flatMap(({ name, entries }) =>
    entries.filter(isBreaking).map((entry) => `- ${name}: ${entry.replace(/^Breaking: /, '')}`),
  );
  const nothing = 'Nothing: no version has asked for it.';
  return [
    { kind: 'text', text: `## What to change\n\n${breaking.join('\n') || nothing}` },
    ...versions.flatMap(({ name, entries }): Part[] => [
      { kind: 'text', text: `## ${name}` },
      ...lists(entries.filter((entry) => !entry.startsWith('Breaking: '))),
    ]),
  ];
}

/** Of this length at most: longer texts are not parsed. */
const LIST = 3_000;

function lists(entries: readonly string[]): Part[] {
  const texts: string[] = [];
  for (const entry of entries) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + entry.length < LIST) texts[texts.length - 1] = `${last}\n- ${entry}`;
    else texts.push(`- ${entry}`);
  }
  return texts.map((text): Part => ({ kind: 'text', text }));
}

const isBreaking = (entry: string) => /^Breaking: |\*\*Changed:\*\*/.test(entry);

/** An entry may go over several lines. */
function entriesOf(text: string): string[] {
  return text
    .split(/^- /m)
    .slice(1)
    .map((entry) => entry.replace(/\s+/g, ' ').trim());
}
