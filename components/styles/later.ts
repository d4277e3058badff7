// Styles that load after the first frame, by tag.
import type { CSSResult } from 'lit';
import { boundaryRest } from './boundary-rest.js';
import { lowWindow } from './low-window.js';
import { outputContentStyles } from './output-content.js';
import { printStyles } from './print.js';
import { runChoice } from './run-choice.js';
import { theming } from './theming.js';

const TAGS = [
  '',
  'activity',
  'answer',
  'assistant',
  'brief',
  'chat',
  'editor',
  'file',
  'files',
  'focus',
  'language',
  'lobby',
  'notes',
  'notice',
  'output',
  'people',
  'replay',
];
const MORE = ['run', 'scorecard', 'settings', 'splitter', 'status', 'tests', 'timer'];

export const laterStyles: Record<string, CSSResult[]> = Object.fromEntries(
  [...TAGS, ...MORE].map((part) => {
    const tag = part ? `code-room-${part}` : 'code-room';
    return [
      tag,
      [
        boundaryRest,
        ...(part === '' ? [lowWindow] : []),
        ...(part === '' || part === 'replay' ? [theming] : []),
        ...(part === 'output' ? [outputContentStyles] : []),
        ...(part === 'run' ? [runChoice] : []),
        ...(printStyles[tag] ?? []),
      ],
    ];
  }),
);
