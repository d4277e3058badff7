// StreamLanguage grammars of C-like languages, only those that are used.
export { csharp, kotlin } from '@codemirror/legacy-modes/mode/clike';
