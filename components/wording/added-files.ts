// The result of adding files from the computer, as one sentence that names the files that were not added.

export interface Brought {
  added: number;
  replaced: number;
  /** Reasons, with the files they apply to. */
  faults: ReadonlyMap<string, readonly string[]>;
  leftOut: readonly string[];
}

export const FAULTS = {
  binary: 'not text; save as UTF-8 what is to be read here',
  large: 'larger than 512 KiB; take a part of it',
  twice: 'two names that differ by case only; rename one',
  readonly: 'read-only; ask an interviewer',
  unreadable: 'your computer does not let the page read it; copy it elsewhere and try again',
} as const;

/** Maximum number of names; further ones are counted. */
const NAMED = 5;

export function broughtSentence({ added, replaced, faults, leftOut }: Brought): string {
  const parts: string[] = [];
  if (added > 0) parts.push(added === 1 ? '1 file was added.' : `${added} files were added.`);
  if (replaced > 0) parts.push(replaced === 1 ? '1 file was replaced.' : `${replaced} files were replaced.`);
  const refused = [...faults].map(([why, names]) => `${listed(names)} (${why})`);
  if (refused.length > 0) parts.push(`Not added: ${refused.join(', ')}.`);
  if (leftOut.length > 0) parts.push(`Left out: ${listed(leftOut)} (hidden, or packages).`);
  return parts.join(' ') || 'There was no file in it.';
}

export function clashSentence(names: readonly string[]): string {
  return names.length === 1
    ? `${listed(names)} is in this room already, with another text.`
    : `${listed(names)} are in this room already, with other texts.`;
}

/** The sentence as a clause in brackets. */
export function asReason(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  const shown = names.slice(0, NAMED).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}
