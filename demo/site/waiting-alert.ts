/** Notifies an interviewer who looks elsewhere that somebody is in the lobby: in the tab's title, and optionally by a sound. */

import { t } from '../../components/wording/words.js';

/** The part of the element that is used. */
interface RoomElement extends HTMLElement {
  readonly status?: string;
}

interface StandingEvent extends Event {
  standing: { waiting: readonly { id: string; name: string }[] };
}

const SOUND = 'code-room sound';
/** Two short quiet notes. */
const NOTES_HZ = [660, 880];
const NOTE_S = 0.16;
const VOLUME = 0.12;

export class WaitingAlert {
  #known = new Set<string>();
  #audio: AudioContext | undefined;

  constructor(element: RoomElement) {
    element.addEventListener('code-room-standing', (event) => this.#follow((event as StandingEvent).standing.waiting));
    element.addEventListener('code-room-status', () => {
      if (element.status === 'ended') this.#follow([]);
    });
  }

  get sound(): boolean {
    try {
      return localStorage.getItem(SOUND) === 'on';
    } catch {
      return false;
    }
  }

  /** Plays the sound at once, so that the person knows it. */
  setSound(on: boolean): void {
    try {
      localStorage.setItem(SOUND, on ? 'on' : 'off');
    } catch {
      // Not stored: it applies to this page only.
    }
    if (on) this.#play();
  }

  #follow(waiting: readonly { id: string; name: string }[]): void {
    const [first] = waiting;
    const who =
      waiting.length === 1 && first
        ? t('{name} is waiting', first)
        : t('{count:person is|people are} waiting', { count: waiting.length });
    document.title = withAlert(document.title, waiting.length > 0 ? `● ${who} – ` : '');
    if (this.sound && waiting.some(({ id }) => !this.#known.has(id))) this.#play();
    this.#known = new Set(waiting.map(({ id }) => id));
  }

  #play(): void {
    // Browsers allow sound only after a click or key on the page; until then it is silent. Chromium warns in the console of what it does not allow.
    if (navigator.userActivation?.hasBeenActive === false) return;
    this.#audio ??= new AudioContext();
    const audio = this.#audio;
    void audio.resume();
    for (const [n, hz] of NOTES_HZ.entries()) {
      const note = new OscillatorNode(audio, { frequency: hz });
      const volume = new GainNode(audio, { gain: VOLUME });
      const from = audio.currentTime + n * NOTE_S;
      volume.gain.setTargetAtTime(0, from + NOTE_S / 2, NOTE_S / 6);
      note.connect(volume).connect(audio.destination);
      note.start(from);
      note.stop(from + NOTE_S);
    }
  }
}

/** The title, with the current or another alert before it. The page knows which one that is, because two scripts set its title. */
export function withAlert(title: string, alert?: string): string {
  const { dataset } = document.documentElement;
  const { alert: shown = '' } = dataset;
  if (alert !== undefined) dataset.alert = alert;
  return (alert ?? shown) + (title.startsWith(shown) ? title.slice(shown.length) : title);
}
