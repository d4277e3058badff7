/** Keeps names from passing for what they are not: for a role, for the room's own words, or for somebody else. */
import unhomoglyph from 'unhomoglyph';
import { ROLES, type Role } from '../shared/roles.js';

/** What the room and its pages call people themselves. */
const OWN_WORDS = ['You', 'Somebody', 'Everybody', 'Room', 'The room', 'Code room'];

/**
 * Letters that look like others in the usual fonts and that Unicode's own list (UTS #39) leaves out: small capitals, IPA,
 * hooks and bars, what is white on black, digits that stand for letters. Accents and full-width forms have gone before.
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

/** The list leads from letter to letter, but not far. */
const ROUNDS = 4;

/** Letters side by side that look like one. */
const PAIRS: readonly [pair: string, letter: string][] = [
  ['rn', 'm'],
  ['vv', 'w'],
  // "cl": an l and an i are the same by then.
  ['ci', 'd'],
];

/** Marks that stand on any letter, whatever its script, and all that stand on a Latin one. Those of other scripts spell. */
const MARKS = /\p{Script=Inherited}|(?<=[A-Za-z])\p{M}+/gu;

const ROLE_LOOKS = new Map(ROLES.map((role) => [role, once(skeleton(role))]));
const OWN_LOOKS = new Set(OWN_WORDS.map((word) => once(skeleton(word))));

/** True for "Interviewer", "lnterviewer" and "Ada (Interviewer)" of anybody who is none, and for "You". */
export function isMisleading(name: string, role: Role): boolean {
  const seen = once(skeleton(name));
  return OWN_LOOKS.has(seen) || [...ROLE_LOOKS].some(([other, looks]) => other !== role && seen.includes(looks));
}

/** The name, or one of "Ada (2)", "Ada (3)" … whose looks are not `taken`: the first, unless some between have become free. */
export function distinguishable(name: string, taken: (looks: string) => boolean, limit: number): string {
  if (!taken(skeleton(name))) return name;
  const numbered = (count: number) => {
    const mark = ` (${count})`;
    return `${[...name].slice(0, limit - mark.length).join('')}${mark}`;
  };
  const isTaken = (count: number) => taken(skeleton(numbered(count)));
  // By doubling, then by halving: hundreds may have come by under one name, and looks take long to find out.
  let [before, free] = [1, 2];
  while (isTaken(free)) [before, free] = [free, 2 * free];
  while (free - before > 1) {
    const middle = Math.floor((before + free) / 2);
    if (isTaken(middle)) before = middle;
    else free = middle;
  }
  return numbered(free);
}

/** What is left of a name when all that looks alike is the same: the skeleton of UTS #39, without case, and more than it. */
export function skeleton(name: string): string {
  // What one round gives may look like something else, in lower case above all.
  const plain = settle(settle(name).toLowerCase());
  let alike = [...plain].map((letter) => SAME.get(letter) ?? capitalLooks(letter)).join('');
  alike = alike.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
  for (const [pair, letter] of PAIRS) alike = alike.replaceAll(pair, letter);
  // Of a name without letters all is kept that shows: one picture is not another.
  return alike || bare(name);
}

function settle(text: string): string {
  let plain = '';
  for (let next = bare(text), round = 0; next !== plain && round < ROUNDS; round++)
    [plain, next] = [next, bare(unhomoglyph(next))];
  return plain;
}

/** Small Cherokee and Coptic letters are their capitals made small, which alone are on the list. */
function capitalLooks(letter: string): string {
  if (letter < '\u0080') return letter;
  const looks = unhomoglyph(letter.toUpperCase()).toLowerCase();
  return looks < '\u0080' ? (SAME.get(looks) ?? looks) : letter;
}

function bare(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '');
}

/** Doubled letters are overlooked. */
function once(looks: string): string {
  return looks.replace(/(.)\1+/gu, '$1');
}
