/** Script of the replay page: removes the key from the URL first, then loads replay and player. */
import { Refused, RoomAccess } from './room-access.js';
import { takeKey } from './room-key.js';

const key = takeKey();
const access = new RoomAccess(key);

addEventListener('hashchange', () => location.reload());

document.addEventListener('DOMContentLoaded', () => {
  play().catch((error: unknown) => {
    say(error instanceof Refused ? error.message : 'The replay could not be downloaded. Reload the page.');
  });
});

async function play(): Promise<void> {
  if (!key.secret)
    return say('Open the interviewer link first, then choose “Watch the replay” in the interviewer panel.');
  const answer = await access.ask('/replay');
  if (answer.status === 403)
    return say(
      'Replays are for interviewers. As a candidate you can download your code and activity log in the room, under “What is kept”.',
    );
  if (!answer.ok) return say(((await answer.json()) as { detail: string }).detail);
  const replay = await answer.json();
  // The player is only loaded on this page.
  const address = '/code-room.js';
  const { defineReplay }: { defineReplay(): Promise<void> } = await import(address);
  await defineReplay();
  const title = document.getElementById('title');
  if (title && replay.room.title) title.textContent = `Replay: ${replay.room.title}`;
  const player = Object.assign(document.createElement('code-room-replay'), { replay });
  document.getElementById('replay')?.replaceChildren(player);
}

function say(sentence: string): void {
  document.querySelector('#replay [role="status"]')?.remove();
  const trouble = document.getElementById('trouble');
  const words = trouble?.querySelector('p');
  if (!trouble || !words) return;
  words.textContent = sentence;
  trouble.hidden = false;
}
