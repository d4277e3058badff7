// The worker of C and C++.
import { bootCpp } from './boot.js';

codeRoomLanguage(bootCpp);
