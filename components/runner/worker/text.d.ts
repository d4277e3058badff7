// Types of Python and Lua sources, which the build converts to strings.

declare module '*.lua' {
  const source: string;
  export default source;
}

declare module '*.py' {
  const source: string;
  export default source;
}
