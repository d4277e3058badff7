/** The engines that tests of servers run on: in `npm test` one by the seed, in `npm run test:full` both. */
import { amount, seed } from './amount.js';

const both = ['partykit', 'workerd'] as const;

export const engines = both.filter((_, n) => amount(0, 1) > 0 || n === seed % both.length);
