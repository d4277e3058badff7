/** Types of built pages that are bundled as texts. */
declare module '*.html' {
  const text: string;
  export default text;
}
