// Puts a program to begin with into an empty file, in a language that has one.
import { languageDefinition } from '../runner/languages/registry.js';
import type { SessionDocument } from '../session/sync/document.js';
import { replaceText } from './replace-text.js';

export function insertExample(document: SessionDocument): void {
  // The room has not confirmed yet what was chosen last.
  const { example } = languageDefinition(document.wanted?.language ?? document.language) ?? {};
  if (example && document.text.length === 0) replaceText(document, example);
}
