// What a server would send: the page, the fragment with the room, and htmx itself.
import { copyFileSync } from 'node:fs';

for (const name of ['index.html', 'room.html']) copyFileSync(name, `dist/${name}`);
copyFileSync('node_modules/htmx.org/dist/htmx.min.js', 'dist/htmx.js');
