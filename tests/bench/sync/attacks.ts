/** What somebody who types notices of somebody who means harm: keystrokes while it is quiet, and under each attack, on both engines. */

import { AttackedServer } from '../../fixtures/attacked-server.js';
import { ATTACKS } from '../../fixtures/attacker.js';
import { type Effort, type Figure, median, ms, quantile, table } from '../figure.js';

/** The target: so many times a quiet room at most. */
const RATIO = 3;
/** Nobody feels less than this, whatever it is a multiple of. */
const UNFELT_MS = 8;
/** A machine that does something else makes one measurement slow, an attack that gets through each: what misses is measured again so often. */
const AGAIN = 3;
/** Until the engine has compiled what it runs. */
const WARM_UP_SECONDS = 2;
/** Of the time for a round: how long it is quiet before and after, and how long it is not. */
const [QUIET, STRUCK] = [0.12, 0.3];

const HEAD = ['', 'quiet', 'struck', 'p95', 'ratio', 'server', 'tries/s', 'a try', 'refused', 'again'];
/** `ATTACK="made-up rooms,prints" ENGINE=workerd` measures those alone. */
const { ATTACK = '', ENGINE = '' } = process.env;
const asked = (list: string, name: string) => list === '' || list.split(',').includes(name);

export async function attacks({ rounds, seconds, say }: Effort): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const engine of (['partykit', 'workerd'] as const).filter((name) => asked(ENGINE, name))) {
    const server = await AttackedServer.begin(engine);
    const rows: string[][] = [];
    const missed: string[] = [];
    let worst = 0;
    try {
      await server.type(WARM_UP_SECONDS);
      for (const attack of Object.keys(ATTACKS).filter((name) => asked(ATTACK, name))) {
        let again = 0;
        let measured = await measure(server, attack, rounds, seconds);
        for (; measured.missed && again < AGAIN; again++) measured = await measure(server, attack, rounds, seconds);
        if (measured.missed) missed.push(attack);
        worst = Math.max(worst, measured.ratio);
        const row = [attack, ...measured.cells, String(again)];
        rows.push(row);
        say(`${engine}  ${row.join('  ')}`);
      }
    } finally {
      await server.end();
    }
    figures.push({
      what: `a keystroke to somebody else under attack, ${engine}`,
      figure: `${worst.toFixed(1)} × a quiet room at worst${missed.length > 0 ? `; missed: ${missed.join(', ')}` : ''}`,
      target: `at most ${RATIO} ×, or ${UNFELT_MS} ms`,
      met: missed.length === 0,
      detail: table([HEAD, ...rows]),
    });
  }
  return figures;
}

/** Each round in a new room, quiet and struck in turn. */
async function measure(server: AttackedServer, attack: string, rounds: number, seconds: number) {
  const [quiet, struck, ratios, processor]: [number[], number[], number[], number[]] = [[], [], [], []];
  let [tried, refused] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    await server.room();
    const before = await server.type(seconds * QUIET);
    const under = await server.under(attack, seconds * STRUCK);
    const around = [...before, ...(await server.type(seconds * QUIET))];
    quiet.push(...around);
    struck.push(...under.keys);
    ratios.push(median(under.keys) / median(around));
    processor.push(under.processor);
    tried += under.tried;
    refused += under.refused;
  }
  const ratio = median(ratios);
  const pace = tried / (rounds * seconds * STRUCK);
  const cells = [
    ...[ms(median(quiet)), ms(median(struck)), ms(quantile(struck, 0.95)), `${ratio.toFixed(1)} ×`],
    ...[`${Math.round(median(processor) / 10)} %`, pace.toFixed(0), ms(median(processor) / pace), String(refused)],
  ];
  return { ratio, cells, missed: ratio > RATIO && median(struck) > UNFELT_MS };
}
