/** Names that imitate a role, the room's own words, or somebody else. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import unhomoglyph from 'unhomoglyph';
import { roleWord } from '../../components/wording/name-text.js';
import type { Words } from '../../components/wording/words.js';
import { distinguishable, isMisleading, skeleton } from '../../party/room/confusable-names.js';
import { cleanName } from '../../party/shared/clean-names.js';
import { ROLES } from '../../party/shared/roles.js';

/** The tables by which whoever decorates a name replaces each of the 26 letters. */
const ALPHABETS = [
  'ǟɮƈɖɛʄɢɦɨʝӄʟʍռօքզʀֆȶʊʋաӼʏʐ',
  '₳฿₵ĐɆ₣₲ⱧłJ₭Ⱡ₥₦Ø₱QⱤ₴₮ɄV₩ӾɎⱫ',
  'ᗩᗷᑕᗪEᖴGᕼIᒍKᒪᗰᑎOᑭᑫᖇᔕTᑌᐯᗯ᙭Yᘔ',
  'ᗩᗷᑕᗪᗴᖴǤᕼIᒎKᒪᗰᑎᗝᑭɊᖇᔕTᑌᐯᗯ᙭Yᘔ',
  '卂乃匚ᗪ乇千Ꮆ卄丨ﾌҜㄥ爪几ㄖ卩Ɋ尺丂ㄒㄩᐯ山乂ㄚ乙',
  'ﾑ乃cd乇ｷgんﾉﾌズﾚﾶ刀oｱq尺丂ｲu√wﾒﾘ乙',
  'ᏗᏰፈᎴᏋᎦᎶᏂᎥᏠᏦᏝᎷᏁᎧᎮᎤᏒᏕᏖᏬᏉᏇጀᎩፚ',
  'αв¢∂єƒgнιנкℓмησρqяѕтυνωχуz',
  'ค๒ς๔єfﻮђเﻝкɭ๓ภ๏קợгรtยשฬאץz',
  'ค๖¢໓ēfງhiวkl๓ຖ໐p๑rŞtนงຟxฯຊ',
  'ΛBᄃDΣFGΉIJKᄂMПӨPQЯSTЦVЩXYZ',
  'λв¢∂εfɢнιנкℓмиσρqяѕтυνωχуz',
  'ДБCDΞFGHIJҜLMИФPQЯSTЦVЩXУZ',
  'ąҍçdҽƒցհìʝҟӀʍղօքզɾʂէմѵա×վȥ',
  'ɑҍϲᑯҽƒցհíյƙӏmղօթգɾsեմѵաxվz',
  'Ꭿ฿ℂᎠ∃ℱᎶℋℐᎫᏦℒℳℕᎾℙℚℛЅƬᏌ℣ᏇẌᎽℤ',
  '₳ƀƈđëḟɠĥίʝќŁɱήǿρʠŕśţůνώχýž',
];

describe('a candidate is not called', () => {
  for (const name of [
    'Interviewer',
    'INTERVIEWER',
    'lnterviewer',
    '1nterv1ewer',
    'Inter viewer',
    'I-n-t-e-r-v-i-e-w-e-r',
    'Íntërviewer',
    'Ｉｎｔｅｒｖｉｅｗｅｒ',
    'Intеrviеwеr',
    'Intervievver',
    'Ada (Interviewer)',
    'Observer',
    'ɪɴᴛᴇʀᴠɪᴇᴡᴇʀ',
    'ꓲꓠꓔꓰꓣꓦꓲꓰꓪꓰꓣ',
    'ᎥᏁᎢᎬᎡᏙᎥᎬᎳᎬᎡ',
    'ꭵꮑꭲꭼꭱꮩꭵꭼꮃꭼꭱ',
    'ⲓⲛⲧⲉrviewer',
    'ɩɳʈɛɽʋɨɛɯɛɾ',
    '𝕴𝖓𝖙𝖊𝖗𝖛𝖎𝖊𝖜𝖊𝖗',
    'ⓘⓝⓣⓔⓡⓥⓘⓔⓦⓔⓡ',
    '🅘🅝🅣🅔🅡🅥🅘🅔🅦🅔🅡',
    '🇮🇳🇹🇪🇷🇻🇮🇪🇼🇪🇷',
    'ⁱⁿᵗᵉʳᵛⁱᵉʷᵉʳ',
    'I̶n̶t̶e̶r̶v̶i̶e̶w̶e̶r̶',
    'Iִnterviewer',
    'In\u200dter\u2060viewer',
    'इ\u200dInterviewer',
    'Interviewer 👩‍💻',
    'Inter\ufe0fviewer\u{e0041}',
    'Interviewe\u0433',
    'ιηтєяνιєωєя',
    'เภtєгשเєฬєг',
    '1₦₮ɆⱤVłɆ₩ɆⱤ',
    'Innterrviiewer',
    'Interviewer 2',
    'You',
    'ʏᴏᴜ',
    'Y0u',
    'The Room',
    'Rοοm',
    'Roorn',
    'Somebody',
    '¡nterviewer',
    'Inter viewer, Ada',
    'ꟾnterviewer',
    'ꞽnterviewer',
    'InꞱerviewer',
    'In+erviewer',
    'iꝴterviewer',
    'inteꝶviewer',
    'inteꝵviewer',
    'interᶌiewer',
    'intervieʍer',
    'inteꝚviewer',
    'obẝerver',
    '◯bserver',
    '○bserver',
    '●bserver',
    'ɔbserver',
    'Inter+viewer',
    'Inter●viewer',
    'Inter|viewer',
    '+ Interviewer +',
    '● Observer',
  ]) {
    it(name, () => assert.ok(isMisleading(cleanName(name, 64), 'candidate'), name));
  }

  for (const name of [
    'canclidate',
    'cɒndidate',
    'cꬰndidate',
    'canꝱidate',
    'canꝺidate',
    'ꞓandidate',
    'ʗandidate',
    'Ca●ndidate',
  ])
    it(`${name}, as an observer`, () => assert.ok(isMisleading(cleanName(name, 64), 'observer')));
});

/** What pages call people in other languages, and families or parents do, too. */
const ALSO_NAMES = /^(du|tú|ви|alle)$/i;

describe('nobody is called another role', () => {
  for (const letters of ALPHABETS) {
    it(`in ${letters}`, () => {
      const alphabet = [...letters];
      assert.equal(alphabet.length, 26);
      for (const role of ROLES) {
        const name = [...role].map((letter) => alphabet[letter.charCodeAt(0) - 97]).join('');
        for (const other of ROLES)
          assert.equal(isMisleading(cleanName(name, 64), other), other !== role, `${name} as ${other}`);
      }
    });
  }

  for (const language of ['ar', 'de', 'es', 'fr', 'hi', 'ja', 'pt', 'uk', 'zh']) {
    it(`in the words that pages in ${language} have for it`, async () => {
      const { default: table } = (await import(`../../components/wording/languages/${language}.js`)) as {
        default: Words;
      };
      for (const role of ROLES) {
        const word = table[`${role.charAt(0).toUpperCase()}${role.slice(1)}`] ?? '';
        assert.notEqual(word, '');
        for (const other of ROLES)
          assert.equal(isMisleading(cleanName(word, 64), other), other !== role, `${word} as ${other}`);
      }
      for (const key of ['You', 'you', 'Somebody', 'Everybody'])
        for (const word of [table[key] ?? '', (table[key] ?? '').toUpperCase()])
          assert.equal(isMisleading(cleanName(word, 64), 'candidate'), !ALSO_NAMES.test(word), word);
    });
  }

  for (const name of [
    'Ada (Entrevistador)',
    'C a n d i d a t',
    '面 接 官',
    '李面试官',
    'Кaндидaт 2',
    'Interviewerin Ada',
  ])
    it(name, () => assert.ok(isMisleading(cleanName(name, 64), 'observer'), name));
});

describe('anybody may be named', () => {
  for (const name of [
    'Ada',
    'Candida',
    'Viewer',
    'Владимир',
    'Юлия',
    'Ελένη',
    'Σωκράτης',
    '李小龙',
    '김민준',
    'राम',
    'محمد',
    'שלום',
    'Nguyễn Thị Ánh',
    'Łukasz Żółć',
    'Roomi',
    'Youssef',
    'Inter Milan',
    'Cândida Teixeira',
    'Candida Torres',
    'مساعد',
    'أحمد المساعد',
    'Щукин Федор Цой',
    'צפורה אקנין',
    'ณัฐพงษ์ มีชัย',
    'リノ ズフキ',
    '山千几 乙工',
    '🙂',
    'علی‌رضا',
    'ශ්‍රී',
    '👩‍👩‍👧',
    'C++',
    'Ann+Bob',
    'Ada +1',
    'Du',
    'Tú',
    'Ви',
    '佐藤○○',
    'Todorov',
    'Coco',
  ]) {
    for (const role of ROLES)
      it(`${name}, as ${role}`, () => assert.ok(!isMisleading(cleanName(name, 64), role), name));
  }
  it('their own role', () => assert.ok(!isMisleading('Interviewer Ada', 'interviewer')));
});

it('no letter of a role can be replaced by a confusable one of Unicode’s list', () => {
  const alike = new Map<string, string[]>();
  for (let point = 0x80; point < 0x30000; point++) {
    const letter = String.fromCodePoint(point);
    if (!/\p{L}|\p{N}/u.test(letter)) continue;
    const looks = unhomoglyph(letter.normalize('NFKD')).toLowerCase();
    if (/^[a-z]$/.test(looks)) alike.set(looks, [...(alike.get(looks) ?? []), letter]);
  }
  let tried = 0;
  for (const role of ROLES) {
    const others = ROLES.filter((other) => other !== role);
    for (const [at, wanted] of [...role].entries()) {
      for (const letter of alike.get(wanted) ?? []) {
        const name = cleanName(role.slice(0, at) + letter + role.slice(at + 1), 64);
        assert.ok(
          others.every((other) => isMisleading(name, other)),
          `${name} passes: ${letter.codePointAt(0)?.toString(16)} for ${wanted}`,
        );
        tried++;
      }
    }
  }
  assert.ok(tried > 1_000, `${tried} tried`);
});

it('the words by which pages refer to people are refused as names, in every role', () => {
  for (const role of ROLES)
    for (const other of ROLES)
      assert.equal(isMisleading(roleWord(other), role), other !== role, `${roleWord(other)} for ${role}`);
});

it('two people of one name get distinct names, by skeleton and not by characters', () => {
  const among = (...names: string[]) => {
    const taken = new Set(names.map(skeleton));
    return (one: string) => taken.has(one);
  };
  assert.equal(distinguishable('Ada', among('Bob'), 64), 'Ada');
  assert.equal(distinguishable('Ada', among('Ada'), 64), 'Ada (2)');
  assert.equal(distinguishable('Аdа', among('Ada', 'Ada (2)'), 64), 'Аdа (3)');
  assert.equal(distinguishable('ᴀᴅᴀ', among('Ada'), 64), 'ᴀᴅᴀ (2)');
  assert.equal(distinguishable('ꓮꓓꓮ', among('Ada'), 64), 'ꓮꓓꓮ (2)');
  assert.equal(distinguishable('B0b', among('Bob'), 64), 'B0b (2)');
  assert.equal(distinguishable('Guest 1O', among('Guest 10'), 64), 'Guest 1O (2)');
  for (const [name, other] of [
    ['علی‌رضا', 'علیرضا'],
    ['آدا', 'آ\u200dدا'],
    ['🙂', '🙂\ufe0f'],
    ['❤️‍🔥', '❤‍🔥'],
    ['1️', '1'],
    ['葛城', '葛󠄀城'],
  ] as const)
    assert.equal(distinguishable(cleanName(other, 64), among(name), 64), `${cleanName(other, 64)} (2)`);
  assert.equal(distinguishable('👩‍👩‍👧', among('👩‍👩‍👦'), 64), '👩‍👩‍👧');
  assert.equal(distinguishable('x'.repeat(64), among('x'.repeat(64)), 64), `${'x'.repeat(60)} (2)`);
});

it('each of hundreds with one name gets a number of their own, with few attempts', () => {
  for (const name of ['Ada', 'ﷺ'.repeat(64), '🙂', 'Guest 1']) {
    const taken = new Set<string>();
    let tried = 0;
    for (let n = 1; n <= 500; n++) {
      tried = 0;
      const given = distinguishable(
        name,
        (one) => {
          tried++;
          return taken.has(one);
        },
        64,
      );
      assert.ok(n === 1 ? given === name : given.endsWith(` (${n})`), given);
      assert.ok([...given].length <= 64);
      assert.ok(!taken.has(skeleton(given)));
      taken.add(skeleton(given));
    }
    assert.ok(tried < 25, `${tried} tried for the last`);
    // Some have gone.
    for (const gone of [3, 17, 100, 499]) taken.delete(skeleton(`Ada (${gone})`));
    assert.ok(!taken.has(skeleton(distinguishable(name, (one) => taken.has(one), 64))));
  }
});

it('names that readers of their script can distinguish are not changed', () => {
  for (const [one, other] of [
    ['राम', 'रोमा'],
    ['🙂', '🎉'],
    ['김민준', '김민지'],
    ['Ana', 'Anna'],
    ['Guest 1', 'Guest 2'],
    ['มิว', 'คิว'],
    ['น้อย', 'ย้อย'],
    ['Жанна', 'Ханна'],
    ['Иван', 'Ян'],
    ['カナ', 'ハナ'],
    ['محمد', 'محمود'],
  ] as const)
    assert.notEqual(skeleton(one), skeleton(other), `${one} and ${other}`);
});

it('checking a name is fast, whatever is in it', () => {
  const began = performance.now();
  for (let n = 0; n < 500; n++) skeleton('ᏐᏁᏆᏋᏒᏉ𝕴𝖓ɩɳʈﷺ'.repeat(6).slice(0, 64) + n);
  assert.ok((performance.now() - began) / 500 < 5, 'less than 5 ms each');
});
