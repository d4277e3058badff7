/** Keeps names from passing for what they are not: for a role, or for somebody else who is here. */
import { ROLES, type Role } from './shared/roles.js';

/** Letters that look like others in the usual fonts, and which ones. Accents and full-width forms have gone before. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '5': 's',
  '7': 't',
  l: 'i',
  '|': 'i',
  '!': 'i',
  $: 's',
  '@': 'a',
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  г: 'r',
  і: 'i',
  ӏ: 'i',
  ι: 'i',
  ı: 'i',
  к: 'k',
  м: 'm',
  н: 'h',
  п: 'n',
  ո: 'n',
  о: 'o',
  ο: 'o',
  р: 'p',
  ρ: 'p',
  ѕ: 's',
  т: 't',
  τ: 't',
  ν: 'v',
  ѵ: 'v',
  ԝ: 'w',
  ѡ: 'w',
  х: 'x',
  у: 'y',
  α: 'a',
  ε: 'e',
};

/** True for "Interviewer", "lnterviewer" and "Ada (Interviewer)" of anybody who is none. */
export function passesForRole(name: string, role: Role): boolean {
  const seen = skeleton(name);
  return ROLES.some((other) => other !== role && seen.includes(skeleton(other)));
}

/** The name, or the first of "Ada (2)", "Ada (3)" … that nobody here has. */
export function toldApart(name: string, others: readonly string[], limit: number): string {
  const taken = new Set(others.map(skeleton));
  let candidate = name;
  for (let count = 2; taken.has(skeleton(candidate)); count++) {
    const mark = ` (${count})`;
    candidate = `${[...name].slice(0, limit - mark.length).join('')}${mark}`;
  }
  return candidate;
}

/** What is left of a name when all that looks alike is the same. */
function skeleton(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const alike = [...plain].map((letter) => LOOKALIKES[letter] ?? letter).join('');
  return alike.replaceAll('vv', 'w').replace(/[^\p{L}\p{N}]/gu, '');
}
