// Sources of other languages, which the build turns into strings.

declare module '*.lua' {
  const source: string;
  export default source;
}
