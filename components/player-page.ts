// The script of the player page (`dist/player.html`), which opens from the disk: one classic script, since such a page may load no modules.
import { CodeRoomReplay } from './code-room-replay.js';
import { addStyles, rewriteStyles } from './element/embedded-element.js';
import { startPositionIn } from './replay/clock-text.js';
import { withFallbacks } from './styles/css-fallback.js';
import { laterStyles } from './styles/later.js';

if (!CSS.supports('color', 'light-dark(red, red)')) rewriteStyles(withFallbacks);
addStyles(laterStyles);
CodeRoomReplay.define();

const player = document.createElement('code-room-replay');
const moment = startPositionIn(location.hash);
if (moment !== null) player.seek(moment);
document.body.append(player);

// Any place of the page takes a file, so that another replay can be opened after the first one.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (file) player.file = file;
});
