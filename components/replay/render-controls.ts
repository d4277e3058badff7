// The bar of a player: buttons, time line and speed.
import { html, type TemplateResult } from 'lit';
import { timeOfDay } from '../wording/times.js';
import { t, translated } from '../wording/words.js';
import { clockText } from './clock-text.js';
import { COLORINGS, type Coloring } from './coloring.js';
import { RATES } from './playback.js';
import { type MarkersShown, markerTicks } from './render-markers.js';

interface ControlsShown {
  shown: MarkersShown;
  /** Milliseconds since 1970. */
  startedAt: number;
  coloring: Coloring;
  color(coloring: Coloring): void;
  help(): void;
}

export function playerControls({ shown, startedAt, coloring, color, help }: ControlsShown): TemplateResult {
  const { playback } = shown;
  const { place, length, position, playing } = playback;
  const reached = t('{part} of {all}', { part: clockText(position), all: clockText(playback.duration) });
  const words = `${reached}, ${timeOfDay(startedAt + position)}`;
  const toggle = () => (playing ? playback.pause() : playback.play());
  const slide = (event: Event) => playback.seek(playback.positionAt(Number(chosen(event))));
  const choose = (event: Event) => {
    playback.rate = Number(chosen(event));
  };
  const checked = (event: Event) => (event.currentTarget as HTMLInputElement).checked;
  return html`<div part="controls" class="controls">
    <button type="button" class="play" @click=${toggle}>${playing ? t('Pause') : t('Play')}</button>
    <div class="line">
      <input type="range" aria-label=${t('Time')} aria-valuetext=${words} min="0" max=${Math.max(1, length)} step="any" .value=${String(place)} @input=${slide} />
      ${markerTicks(shown)}
    </div>
    <output aria-live="off">${clockText(position)} / ${clockText(playback.duration)}</output>
    <label>${t('Speed')} <select @change=${choose}>${RATES.map((rate) => html`<option value=${rate} .selected=${rate === playback.rate}>${rate}×</option>`)}</select></label>
    <label><input type="checkbox" .checked=${playback.skips} @change=${(event: Event) => {
      playback.skips = checked(event);
    }} /> ${t('Skip pauses')}</label>
    <label>${t('Colours')} <select class="colors" @change=${(event: Event) => color(chosen(event) as Coloring)}>${Object.entries(COLORINGS).map(([key, words]) => html`<option value=${key} .selected=${key === coloring}>${translated(words)}</option>`)}</select></label>
    <button type="button" class="keys" @click=${help}>${t('Keys')}</button>
  </div>`;
}

function chosen(event: Event): string {
  return (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;
}
