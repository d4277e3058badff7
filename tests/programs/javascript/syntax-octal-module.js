import fs from 'node:fs';
var x = 010;
