// Replaces a document's text by the least change, so that cursors and others' edits beside it stay where they are.
import { Text } from '@codemirror/state';
import { PAGE_LIMITS } from '../../party/shared/page-limits.js';
import { plainText, utf8Length } from '../../party/shared/plain-text.js';
import { replacement } from '../../party/shared/wire/change.js';
import { editByScript } from '../editor/document-binding.js';
import type { SessionDocument } from '../session/sync/document.js';
import { refusalText } from '../wording/refusal-text.js';

export interface Refused {
  reason: 'role' | 'too-large';
  sentence: string;
}

/** Says why it was not done, if it was not. */
export function replaceText(document: SessionDocument, value: string): Refused | null {
  const text = plainText(value);
  const change = replacement(document.text, Text.of(text.split('\n')));
  if (!change) return null;
  if (!document.editable) {
    return { reason: 'role', sentence: refusalText('value-not-editable') };
  }
  if (utf8Length(text) > PAGE_LIMITS.fileBytes) {
    return { reason: 'too-large', sentence: refusalText('value-too-large') };
  }
  editByScript(document, change);
  return null;
}
