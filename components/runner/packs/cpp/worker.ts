// The worker of C and C++.
import { serve } from '../../worker/serve.js';
import { bootCpp } from './boot.js';

serve(bootCpp);
