/** Files that a server's bundle holds as texts. */
declare module '*.txt' {
  const text: string;
  export default text;
}
