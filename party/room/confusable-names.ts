/** Confusable names: keeps a name from imitating a role, the room's own words or another person. */
import unhomoglyph from 'unhomoglyph';
import { ROLES, type Role } from '../shared/roles.js';

/** What the room and its pages call people. */
const OWN_WORDS = ['You', 'Somebody', 'Everybody', 'Room', 'The room', 'Code room'];

/**
 * Letters that look like others in common fonts and are missing in Unicode's own list (UTS #39): small capitals, IPA, hooks
 * and bars, white on black, digits in place of letters. Accents and full-width forms have been removed before.
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: '₳4@αɐɑᴀᶏⱥꭤ🅐🅰🇦',
  b: '฿8вɓʙᴃᵬᶀꞗ🅑🅱🇧',
  c: '¢ƈɕↄɔꜿꞓꞔᴐꬿ🅒🅲🇨',
  d: '₫ԁɖɗȡᴅᵭᶁᶑꝺꟈ🅓🅳🇩',
  e: '€3εǝɘɛɜɝɞʚᴇᴈᶒᶓᶔⱸⱻꬳꬴꞓ🅔🅴🇪',
  f: '₣ᶂꜰꝼ🅕🅵🇫',
  g: '₲ɢʛᵷᵹꝿꞡꟑꬶɠ🅖🅶🇬',
  h: 'нɥʜʮʯⱨⱶꜧꟶɦɧ🅗🅷🇭',
  i: '/\\ノꮖ⌶£丨工ㅣเꮠl1|!іӏιıɨɩᴉᶖȴɬɭʟᴌᶅⱡꝇꝉꞁꞎꬷꬸꬹ🅘🅸🇮🅛🅻🇱',
  j: 'ȷɟʄʝᴊ🅙🅹🇯',
  k: '₭кʞᴋĸᶄⱪꝁꝃꝅꞣ🅚🅺🇰',
  m: '₥мɯɰᴍʍᴟᶆꟺꬺɱ🅜🅼🇲',
  n: '₦ηπռภꮑпոȵɲɴᴎᶇꞑꞥꬻɳŋ🅝🅽🇳',
  o: '0οоᴒᴓᴖᶗⱺꝍɵ🅞🅾🇴',
  p: '₱рρᴘᵱᶈꝑꝓꝕ🅟🅿🆊🇵',
  q: 'ɋꝗꝙꞯʠ🅠🆀🇶',
  r: 'ягɹɺɻɼɽɾɿʀʁᴙᴚᵲᵳᶉⱹꝛꞃꞧꭅꭆꭉꭋꭌꭨ🅡🆁🇷',
  s: '5$ѕȿʂᶊẜẝꞅꞩꟊ🅢🆂🇸',
  t: '₮7тτƫȶʇʈᴛⱦꞇ🅣🆃🇹',
  v: 'uשꮙνѵʋʌᶌỽⱱⱴꝟ🅥🆅🇻ᴝᶙꞹʉ🅤🆄🇺',
  w: '₩шωաฬꮗԝѡⱳꟃ🅦🆆🇼',
  x: '×хᶍꭖꭗꭘꭙ🅧🆇🇽',
  y: '¥уʎ🅨🆈🇾',
  z: '2ɀʐʑᶎⱬꝣʒ🅩🆉🇿',
};

const SAME = new Map(Object.entries(LOOKALIKES).flatMap(([letter, others]) => [...others].map((one) => [one, letter])));

/** Replacing a letter may give another that is in the list; a few rounds reach the end. */
const ROUNDS = 4;

/** Pairs of letters that look like one letter. */
const PAIRS: readonly [pair: string, letter: string][] = [
  ['rn', 'm'],
  ['vv', 'w'],
  // "cl": at this point l and i are the same.
  ['ci', 'd'],
];

/** Marks that can stand on any letter, and all marks on Latin letters. Marks of other scripts are part of the spelling. */
const MARKS = /\p{Script=Inherited}|(?<=[A-Za-z])\p{M}+/gu;

/** The last skeletons. Whoever joins under a shared name is compared with the same numbered names as the one before. */
const remembered = new Map<string, string>();
const REMEMBERED = 512;

const ROLE_SKELETONS = new Map(ROLES.map((role) => [role, once(skeleton(role))]));
const OWN_SKELETONS = new Set(OWN_WORDS.map((word) => once(skeleton(word))));

/** True for "Interviewer", "lnterviewer" and "Ada (Interviewer)" of somebody in another role, and for "You". */
export function isMisleading(name: string, role: Role): boolean {
  const seen = once(skeleton(name));
  return OWN_SKELETONS.has(seen) || [...ROLE_SKELETONS].some(([other, word]) => other !== role && seen.includes(word));
}

/** The name itself, or "Ada (2)", "Ada (3)" …: the first whose skeleton is not `taken`, unless some in between have become free. */
export function distinguishable(name: string, taken: (skeleton: string) => boolean, limit: number): string {
  if (!taken(skeleton(name))) return name;
  const numbered = (count: number) => {
    const mark = ` (${count})`;
    return `${[...name].slice(0, limit - mark.length).join('')}${mark}`;
  };
  const isTaken = (count: number) => taken(skeleton(numbered(count)));
  // Doubling, then bisection: hundreds of people may share a name, and a skeleton takes long to compute.
  let [before, free] = [1, 2];
  while (isTaken(free)) [before, free] = [free, 2 * free];
  while (free - before > 1) {
    const middle = Math.floor((before + free) / 2);
    if (isTaken(middle)) before = middle;
    else free = middle;
  }
  return numbered(free);
}

/** The skeleton of a name: confusable names have the same one. As in UTS #39, but without case and with more letters. */
export function skeleton(name: string): string {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const [oldest] = remembered.size < REMEMBERED ? [] : remembered.keys();
  if (oldest !== undefined) remembered.delete(oldest);
  const made = computed(name);
  remembered.set(name, made);
  return made;
}

function computed(name: string): string {
  // The result of one round may be confusable again, in lower case above all.
  const plain = settle(settle(name).toLowerCase());
  let alike = [...plain].map((letter) => SAME.get(letter) ?? capitalLookalike(letter)).join('');
  alike = alike.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
  for (const [pair, letter] of PAIRS) alike = alike.replaceAll(pair, letter);
  // A name without letters keeps all visible characters: one emoji is not another.
  return alike || bare(name);
}

function settle(text: string): string {
  let plain = '';
  for (let next = bare(text), round = 0; next !== plain && round < ROUNDS; round++)
    [plain, next] = [next, bare(unhomoglyph(next))];
  return plain;
}

/** Small Cherokee and Coptic letters look like their capitals, and only those are in the list. */
function capitalLookalike(letter: string): string {
  if (letter < '\u0080') return letter;
  const latin = unhomoglyph(letter.toUpperCase()).toLowerCase();
  return latin < '\u0080' ? (SAME.get(latin) ?? latin) : letter;
}

function bare(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '');
}

/** Collapses repeated characters. */
function once(text: string): string {
  return text.replace(/(.)\1+/gu, '$1');
}
