import fs from 'fs';
console.log('top');
return 1;
