// An editor in which somebody is followed: the frame around it, in their colour and with their name, and the way to where they are.
import { StateEffect, StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { t } from '../wording/words.js';

interface Followed {
  name: string;
  color: string;
}

function attributes(shown: Followed | null): Record<string, string> {
  if (!shown) return {};
  return {
    'data-followed': t('Following {name} · type to stop', { name: shown.name }),
    style: `--_person: ${shown.color}`,
  };
}

const setFollowed = StateEffect.define<Followed | null>();

const followed = StateField.define<Followed | null>({
  create: () => null,
  update: (shown, { effects }) =>
    effects.reduce((last, effect) => (effect.is(setFollowed) ? effect.value : last), shown),
  provide: (field) => EditorView.editorAttributes.from(field, attributes),
});

const look = EditorView.theme({
  '&[data-followed]::after': {
    content: '""',
    position: 'absolute',
    zIndex: '155',
    inset: '0',
    border: '3px solid var(--_person)',
    pointerEvents: 'none',
  },
  '&[data-followed]::before': {
    content: 'attr(data-followed)',
    position: 'absolute',
    zIndex: '156',
    insetBlockEnd: '0',
    insetInlineEnd: '0',
    maxInlineSize: '100%',
    padding: '3px 10px 1px',
    borderStartStartRadius: '8px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    background: 'var(--_person)',
    color: 'white',
    font: '600 12px/1.5 var(--_font)',
    unicodeBidi: 'plaintext',
    pointerEvents: 'none',
  },
});

/** Null takes it away. */
export function frameFollowed(view: EditorView, who: Followed | null): void {
  const shown = view.state.field(followed, false);
  if (shown?.name === who?.name && shown?.color === who?.color) return;
  if (shown === undefined) view.dispatch({ effects: StateEffect.appendConfig.of([followed, look]) });
  view.dispatch({ effects: setFollowed.of(who) });
}

/** To where whoever is followed is. A cursor that is in sight already moves nothing. */
export function scrollToFollowed(view: EditorView, position: number, y: 'start' | 'center'): void {
  const place = Math.min(position, view.state.doc.length);
  if (y === 'start' || !isSeen(view, place)) view.dispatch({ effects: EditorView.scrollIntoView(place, { y }) });
}

function isSeen(view: EditorView, position: number): boolean {
  const place = view.coordsAtPos(position);
  const { top, bottom } = view.scrollDOM.getBoundingClientRect();
  return place !== null && place.top >= top - 1 && place.bottom <= bottom + 1;
}
