/** Types of files that are bundled as texts. */
declare module '*.txt' {
  const text: string;
  export default text;
}
