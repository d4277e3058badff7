/** Plays the interview of the page's room: takes the key out of the address first of all, then fetches the replay and the player. */
import { Entry } from './entry.js';
import { takeKey } from './key.js';

const key = takeKey();
const entry = new Entry(key);

document.addEventListener('DOMContentLoaded', () => {
  play().catch((error: unknown) => {
    say(error instanceof Error ? error.message : 'The replay could not be fetched. Load the page again.');
  });
});

async function play(): Promise<void> {
  if (!key.secret) return say('Open your interviewer link in this tab first, then come here from its desk.');
  const answer = await entry.ask('/replay');
  if (!answer.ok) return say(((await answer.json()) as { detail: string }).detail);
  const replay = await answer.json();
  // Where nobody watches a replay nobody fetches its player.
  const address = '/code-room.js';
  const { defineReplay }: { defineReplay(): Promise<void> } = await import(address);
  await defineReplay();
  const title = document.getElementById('title');
  if (title && replay.room.title) title.textContent = `Replay: ${replay.room.title}`;
  const player = Object.assign(document.createElement('code-room-replay'), { replay });
  document.getElementById('replay')?.replaceChildren(player);
}

function say(sentence: string): void {
  const place = document.querySelector('#replay [role="status"]');
  if (place) place.textContent = sentence;
}
