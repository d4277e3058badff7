/** What somebody who types notices of somebody who means harm: keystrokes while it is quiet, and under each attack, on both engines. */
import { ATTACKS } from '../../fixtures/hostile.js';
import { Siege } from '../../fixtures/siege.js';
import { type Effort, type Figure, median, ms, quantile, table } from '../figure.js';

/** What the design asks for: so many times a quiet room at most. */
export const RATIO = 3;
/** Nobody feels less than this, whatever it is a multiple of. */
export const UNFELT_MS = 8;
/** Until the engine has compiled what it runs. */
const WARM_UP_SECONDS = 2;
/** Of the time for a round: how long it is quiet before and after, and how long it is not. */
const [QUIET, STRUCK] = [0.12, 0.3];

const HEAD = ['', 'quiet', 'struck', 'p95', 'ratio', 'server', 'tries/s', 'a try', 'refused'];
/** `ATTACK="made-up rooms"` measures that one alone. */
const { ATTACK = '', ENGINE = '' } = process.env;

export async function attacks({ rounds, seconds, say }: Effort): Promise<Figure[]> {
  const figures: Figure[] = [];
  const names = Object.keys(ATTACKS).filter((name) => ATTACK === '' || ATTACK.split(',').includes(name));
  for (const engine of (['partykit', 'workerd'] as const).filter((name) => ENGINE === '' || name === ENGINE)) {
    const siege = await Siege.begin(engine);
    const rows: string[][] = [];
    const missed: string[] = [];
    let worst = 0;
    try {
      await siege.type(WARM_UP_SECONDS);
      for (const attack of names) {
        const [quiet, struck, ratios, processor]: [number[], number[], number[], number[]] = [[], [], [], []];
        let [tried, refused] = [0, 0];
        for (let round = 0; round < rounds; round++) {
          await siege.room();
          const before = await siege.type(seconds * QUIET);
          const under = await siege.under(attack, seconds * STRUCK);
          const around = [...before, ...(await siege.type(seconds * QUIET))];
          quiet.push(...around);
          struck.push(...under.keys);
          ratios.push(median(under.keys) / median(around));
          processor.push(under.processor);
          tried += under.tried;
          refused += under.refused;
        }
        const ratio = median(ratios);
        worst = Math.max(worst, ratio);
        if (ratio > RATIO && median(struck) > UNFELT_MS) missed.push(attack);
        const pace = tried / (rounds * seconds * STRUCK);
        const row = [
          ...[attack, ms(median(quiet)), ms(median(struck)), ms(quantile(struck, 0.95)), `${ratio.toFixed(1)} ×`],
          ...[
            `${Math.round(median(processor) / 10)} %`,
            pace.toFixed(0),
            ms(median(processor) / pace),
            String(refused),
          ],
        ];
        rows.push(row);
        say(`${engine}  ${row.slice(0, 7).join('  ')}`);
      }
    } finally {
      await siege.end();
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
