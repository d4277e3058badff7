import { readFileSync } from 'node:fs';
import { secondsOf, timeText } from './times.js';

const lines = readFileSync(0, 'utf8').split('\n');
const songs = lines.filter((line) => line.trim() !== '').map((line) => line.trim().split(' '));
const total = songs.reduce((sum, song) => sum + secondsOf(song[0] ?? ''), 0);
console.log(`${songs.length} songs, ${timeText(total)}`);
