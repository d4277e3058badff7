/** The reference host on plain workerd, as it is measured. */
import { liftLimits } from './lifted-limits.js';

liftLimits();

export { default, RoomServer } from '../../../demo/server/worker.js';
