// The markers of a replay: ticks on the time line, and a list with a filter.
import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { t } from '../wording/words.js';
import { clockText } from './clock-text.js';
import { type Marker, type MarkerKind, markerName } from './markers.js';
import type { Playback } from './playback.js';
import type { PrivateStretch } from './private-stretches.js';

/** Units of the drawing that is as wide as the time line. */
const WIDTH = 1_000;
const TICK = 3;

export interface MarkersShown {
  playback: Playback;
  stretches: readonly PrivateStretch[];
  /** Those of the kinds that are wanted. */
  markers: readonly Marker[];
  /** The last marker up to the position. */
  current: Marker | undefined;
  /** All kinds there are, and those that are hidden. */
  kinds: readonly MarkerKind[];
  hidden: ReadonlySet<MarkerKind>;
  go(marker: Marker): void;
  filter(kind: MarkerKind, wanted: boolean): void;
}

/** For the eye and the mouse; the list has the same for everybody. */
export function markerTicks({ playback, markers, stretches, go }: MarkersShown): TemplateResult {
  const { length, skips } = playback;
  return html`${guard([markers, stretches, length, skips], () => {
    const place = (time: number) => (length > 0 ? (playback.placeOf(time) / length) * (WIDTH - TICK) : 0);
    return html`<svg class="ticks" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">
      ${stretches.map(({ name, from, to }) => {
        const [x, end] = [place(from), place(to)];
        const words = t('{name} thinks in private, {from} to {to}', { name, from: clockText(from), to: clockText(to) });
        return svg`<rect class="private" x=${x} y="2" width=${Math.max(TICK, end - x)} height="6"><title>${words}</title></rect>`;
      })}
      ${markers.map(
        (marker) =>
          svg`<rect class=${marker.kind} x=${place(marker.time)} y="0" width=${TICK} height="10" @click=${() => go(marker)}><title>${marker.label}</title></rect>`,
      )}
    </svg>`;
  })}`;
}

export function markerList(shown: MarkersShown): TemplateResult | typeof nothing {
  const { markers, current, kinds, hidden, go } = shown;
  if (kinds.length === 0) return nothing;
  return html`<section part="markers" class="markers">
    ${markerFilter(shown)}
    ${guard(
      [markers, current, hidden],
      () => html`<ol aria-label=${t('Markers')}>
        ${markers.map(
          (
            marker,
          ) => html`<li><button type="button" class=${marker.kind} aria-current=${marker === current} @click=${() => go(marker)}>
            <time>${clockText(marker.time)}</time> <span dir="auto">${marker.label}</span></button></li>`,
        )}
      </ol>`,
    )}
  </section>`;
}

function markerFilter({ kinds, hidden, filter }: MarkersShown): TemplateResult | typeof nothing {
  if (kinds.length < 2) return nothing;
  const choose = (kind: MarkerKind) => (event: Event) =>
    filter(kind, (event.currentTarget as HTMLInputElement).checked);
  return html`<fieldset><legend class="hidden">${t('Show markers of')}</legend>
    ${kinds.map(
      (kind) =>
        html`<label class=${kind}><input type="checkbox" .checked=${!hidden.has(kind)} @change=${choose(kind)} /> ${markerName(kind)}</label>`,
    )}
  </fieldset>`;
}
