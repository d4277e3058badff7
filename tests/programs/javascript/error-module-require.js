import { EOL } from 'node:os';
try { module.exports = 1; } catch (error) { console.log(error.name); }
console.log(JSON.stringify(EOL), typeof require, typeof __dirname);
const fs = require('node:fs');
