// Replaces a document's text by the smallest change, so that others' cursors and edits are kept.
import { Text } from '@codemirror/state';
import { PAGE_LIMITS } from '../../party/shared/page-limits.js';
import { plainText, utf8Length } from '../../party/shared/plain-text.js';
import { replacement } from '../../party/shared/wire/change.js';
import { editByScript } from '../editor/document-binding.js';
import type { SessionDocument } from '../session/sync/document.js';
import { refusalText } from '../wording/refusal-text.js';

interface ValueRefused {
  reason: 'role' | 'too-large';
  sentence: string;
}

/** Returns the reason when it was refused. */
export function replaceText(document: SessionDocument, value: string): ValueRefused | null {
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
