/** The reference host on PartyKit's engine, as it is measured. */
import { liftLimits } from './lifted-limits.js';

liftLimits();

export { default } from '../../../demo/server/partykit.js';
