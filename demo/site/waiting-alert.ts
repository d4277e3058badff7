/** Tells an interviewer whose eyes are elsewhere that somebody is in the waiting room: in the tab's title, and by a sound if they want one. */

/** What it needs of the element. */
interface RoomElement extends HTMLElement {
  readonly status?: string;
}

interface StandingEvent extends Event {
  standing: { waiting: readonly { id: string; name: string }[] };
}

const SOUND = 'code-room sound';
const ALERT = /^● .*? (?:is|are) waiting – /;
/** Two short notes, not loud. */
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

  /** Heard at once, so that it is known what to listen for. */
  setSound(on: boolean): void {
    try {
      localStorage.setItem(SOUND, on ? 'on' : 'off');
    } catch {
      // It holds for this page alone.
    }
    if (on) this.#play();
  }

  #follow(waiting: readonly { id: string; name: string }[]): void {
    const [first] = waiting;
    const who = waiting.length === 1 && first ? `${first.name} is` : `${waiting.length} people are`;
    document.title = withAlert(document.title, waiting.length > 0 ? `● ${who} waiting – ` : '');
    if (this.sound && waiting.some(({ id }) => !this.#known.has(id))) this.#play();
    this.#known = new Set(waiting.map(({ id }) => id));
  }

  #play(): void {
    // A browser lets a page sound only after its person has pressed something on it; until then it stays silent.
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

/** The page's title under the alert that stands before it now, or another. */
export function withAlert(title: string, alert = ALERT.exec(document.title)?.[0] ?? ''): string {
  return alert + title.replace(ALERT, '');
}
