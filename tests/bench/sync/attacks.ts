/** What somebody who types notices of somebody who means harm: keystrokes while it is quiet, and under each attack, on both engines. */
import { ATTACKS } from '../../fixtures/hostile.js';
import { Siege } from '../../fixtures/siege.js';
import { type Effort, type Figure, median, ms, table } from '../figure.js';

/** Nobody feels less than this, whatever it is a multiple of. */
export const UNFELT_MS = 8;
/** Until the engine has compiled what it runs. */
const WARM_UP_SECONDS = 3;

export async function attacks({ rounds, seconds }: Effort): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const engine of ['partykit', 'workerd'] as const) {
    const rows: string[][] = [];
    let worst = 0;
    let met = true;
    for (const attack of Object.keys(ATTACKS)) {
      const siege = await Siege.begin(engine);
      try {
        await siege.type(WARM_UP_SECONDS);
        const quiet: number[] = [];
        const [struck, late, ratios]: [number[], number[], number[]] = [[], [], []];
        let [tried, refused] = [0, 0];
        for (let round = 0; round < rounds; round++) {
          const before = await siege.type(seconds);
          const under = await siege.under(attack, seconds);
          quiet.push(before.median);
          struck.push(under.median);
          late.push(under.p95);
          ratios.push(under.median / before.median);
          tried += under.tried;
          refused += under.refused;
        }
        const ratio = median(ratios);
        met &&= ratio <= 3 || median(struck) <= UNFELT_MS;
        worst = Math.max(worst, ratio);
        const figures = [ms(median(quiet)), ms(median(struck)), ms(median(late)), `${ratio.toFixed(1)} ×`];
        rows.push([attack, ...figures, String(tried), String(refused)]);
      } finally {
        await siege.end();
      }
    }
    figures.push({
      what: `a keystroke to somebody else under attack, ${engine}`,
      figure: `${worst.toFixed(1)} × a quiet room at worst`,
      target: `at most 3 ×, or ${UNFELT_MS} ms`,
      met,
      detail: table([['', 'quiet', 'median', 'p95', 'ratio', 'tries', 'refused'], ...rows]),
    });
  }
  return figures;
}
