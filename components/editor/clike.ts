// The grammars of the old style for languages that look like C, without those that nobody asks for.
export { csharp, kotlin } from '@codemirror/legacy-modes/mode/clike';
