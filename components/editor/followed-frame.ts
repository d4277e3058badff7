// The frame around an editor in which somebody is followed: in their colour, with their name.
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
