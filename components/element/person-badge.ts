// The initials of a person, on their colour.
import { html, type TemplateResult } from 'lit';
import type { Person } from '../session/sync/people.js';

/** The colour is set from script: a page's policy may forbid style attributes. */
export function badge({ name, color }: Person): TemplateResult {
  return html`<span class="initials" aria-hidden="true" data-color=${color}>${initials(name)}</span>`;
}

function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{M}\p{N}’'-]+/u).filter(Boolean);
  const outer = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return outer.map((word) => [...(word ?? (name.trim() || '?'))][0]?.toUpperCase() ?? '').join('');
}
