/** Confusable names: keeps a name from imitating a role, the room's own words or another person. */
import unhomoglyph from 'unhomoglyph';
import { ROLES, type Role } from '../shared/roles.js';

/** What the room and its pages call people; in other languages without what is somebody's name (Du, Tú, Ви, Alle). */
const OWN_WORDS = [
  ...['You', 'Somebody', 'Everybody', 'Room', 'The room', 'Code room'],
  ...['أنت', 'Vous', 'आप', 'あなた', '自分', 'Você', '你', '您'],
  ...['شخص ما', 'Jemand', 'Alguien', 'Quelqu’un', 'कोई', '誰か', 'Alguém', 'Хтось', '某人'],
  ...['الجميع', 'Todos', 'Tout le monde', 'सब', '全員', 'Усі', '所有人'],
];

/**
 * Letters that look like others in common fonts and are missing in Unicode's own list (UTS #39): small capitals, IPA, hooks
 * and bars, white on black, digits in place of letters. Accents and full-width forms have been removed before.
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: '∀ᗩ卂ꮧꭿムคдλ₳4@αɐɑᴀᶏⱥꭤ🅐🅰🇦ɒꬰ',
  b: 'ᗷ乃๒๖฿8вɓʙᴃᵬᶀꞗ🅑🅱🇧',
  c: '₵ᑕ匚ፈςᄃ¢ƈɕↄɔꜿꞓꞔᴐꬿ🅒🅲🇨ʗ𝼏𝼝',
  d: '∂ꮄ๔໓₫ԁɖɗȡᴅᵭᶁᶑꝺꟈ🅓🅳🇩ꝱꝹ🆥',
  e: 'ᗴ乇ᘿξ€3εǝɘɛɜɝɞʚᴇᴈᶒᶓᶔⱸⱻꬳꬴꞓ🅔🅴🇪',
  f: '千キꭶʄ₣ᶂꜰꝼ🅕🅵🇫',
  g: 'وꮆງ₲ɢʛᵷᵹꝿꞡꟑꬶɠ🅖🅶🇬',
  h: '卄んђнɥʜʮʯⱨⱶꜧꟶɦɧ🅗🅷🇭',
  i: '¡ꜟᓰㄥレꮭᄂ/\\ノꮖ⌶£丨工ㅣเꮠl1|!іӏιıɨɩᴉᶖȴɬɭʟᴌᶅⱡꝇꝉꞁꞎꬷꬸꬹ🅘🅸🇮🅛🅻🇱ꟾꞽ𝼚',
  j: 'ᒎフנꮰวȷɟʝᴊ🅙🅹🇯',
  k: 'ӄҝス₭кʞᴋĸᶄⱪꝁꝃꝅꞣ🅚🅺🇰',
  m: '爪๓₥мɯɰᴍʍᴟᶆꟺꬺɱ🅜🅼🇲',
  n: '几刀иຖղ₦ηπռภꮑпոȵɲɴᴎᶇꞑꞥꬻɳŋ🅝🅽🇳ꝴ',
  o: 'ㄖᗝ๏໐ꭷʘɸ0οоᴒᴓᴖᶗⱺꝍɵ🅞🅾🇴ᴗ𝼛',
  p: '卩קᎮアթ₱рρᴘᵱᶈꝑꝓꝕ🅟🅿🆊🇵',
  q: 'ᑫ๑ɋꝗꝙꞯʠ🅠🆀🇶',
  r: '尺ягɹɺɻɼɽɾɿʀʁᴙᴚᵲᵳᶉⱹꝛꞃꞧꭅꭆꭉꭋꭌꭨ🅡🆁🇷ꝵꝶꭊ𝼈𝼕𝼖',
  s: '₴§丂ᔕֆร5$ѕȿʂᶊẜẝꞅꞩꟊ🅢🆂🇸𝼞',
  t: '†ㄒ亻ꮦէե₮7тτƫȶʇʈᴛⱦꞇ🅣🆃🇹ꓕ𝼉𝼍',
  v: 'ㄩʊยꮼц√մนง℣uשꮙνѵʋʌᶌỽⱱⱴꝟ🅥🆅🇻ᴝᶙꞹʉ🅤🆄🇺',
  w: '山щฟຟ₩шωաฬꮗԝѡⱳꟃ🅦🆆🇼',
  x: '乂ӽӿאጀメ×хᶍꭖꭗꭘꭙ🅧🆇🇽',
  y: 'ㄚリץฯվ¥уʎ🅨🆈🇾𝼆',
  z: '乙ᘔፚຊ2ɀʐʑᶎⱬꝣʒ🅩🆉🇿',
};

/** Letters that stand for another one in decorated names than in Unicode's list, which would replace them first. */
const DECORATIVE: ReadonlyMap<string, string> = new Map([
  ['ɮ', 'b'],
  ['Ᏸ', 'b'],
  ['ᏸ', 'b'],
  ['ք', 'p'],
  ['ﾶ', 'm'],
  ['Λ', 'a'],
  ['Σ', 'e'],
  ['ᶌ', 'v'],
  ['Ꝛ', 'r'],
  ['ẝ', 's'],
]);

/** What looks like a second letter, too, or separates letters as well as it stands for one: a role is not hidden in either reading. */
const ALSO_READ_AS: readonly [RegExp, letter: string][] = [
  [/[Ꞓꞓ]/gu, 'c'],
  [/[ƆɔᴐꬿↃↄ○◯●◉◎⚪⚫⭕]/gu, 'o'],
  [/\+/gu, 't'],
  [/ʍ/gu, 'w'],
];
const NO_LETTERS = /[^\p{L}\p{N}\p{M}\s]/gu;

/** A name in these scripts alone imitates nobody, and its readers tell its letters apart: two of them may look like one Latin letter. */
const ITS_OWN_SCRIPT = /^(?=.*\p{L})[\p{Script=Thai}\p{Script=Lao}\p{N}\p{P}\p{Z}]+$/u;

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

/** What pages in other languages call the roles (`components/wording/languages` has it), and what somebody in such a role is called, too. */
const IN_OTHER_LANGUAGES: Readonly<Record<Role, string>> = {
  interviewer: 'Entrevistador Recruteur Recruteuse Інтерв’юер محاور साक्षात्कारकर्ता 面接官 面试官 面試官',
  candidate: 'Kandidat Candidato Candidat Candidata Кандидат مرشح उम्मीदवार 候補者 候选人 候選人',
  observer: 'Beobachter Observador Observateur Observatrice Спостерігач مراقب प्रेक्षक オブザーバー 观察者 觀察者',
  assistant: 'Assistent Asistente Assistente Помічник المساعد सहायक アシスタント 助手',
};
/** Families have this name, too: it is a role where it stands alone. */
const ALSO_A_SURNAME = once(skeleton('المساعد'));

const ROLE_SKELETONS = ROLES.flatMap((role) =>
  [role, ...IN_OTHER_LANGUAGES[role].split(' ')].map((word) => [role, once(skeleton(word))] as const),
);
const OWN_SKELETONS = new Set(OWN_WORDS.map((word) => once(skeleton(word))));

/** True for "Interviewer", "lnterviewer" and "Ada (Interviewer)" of somebody in another role, and for "You". */
export function isMisleading(name: string, role: Role): boolean {
  const also = ALSO_READ_AS.reduce((text, [letters, letter]) => text.replace(letters, letter), name);
  return [...new Set([name, also, name.replace(NO_LETTERS, '')])].some((reading) => misleads(reading, role));
}

function misleads(name: string, role: Role): boolean {
  const seen = once(skeleton(name));
  if (OWN_SKELETONS.has(seen)) return true;
  const words = name.split(/\s+/u).map(skeleton);
  const runs = new Set(
    words.flatMap((_, from) => words.slice(from).map((_, to) => once(words.slice(from, from + to + 1).join('')))),
  );
  return ROLE_SKELETONS.some(
    ([other, word]) =>
      other !== role &&
      (word === seen || (word !== ALSO_A_SURNAME && (runs.has(word) || words.some((one) => once(one).includes(word))))),
  );
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
  const written = [...name].map((letter) => DECORATIVE.get(letter) ?? letter).join('');
  const plain = settle(settle(written).toLowerCase());
  const readAsLatin = !ITS_OWN_SCRIPT.test(name);
  let alike = readAsLatin ? [...plain].map((letter) => SAME.get(letter) ?? capitalLookalike(letter)).join('') : plain;
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
