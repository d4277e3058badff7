// The folder this project lies in is inside another one, with a lock file of its own.
export default { turbopack: { root: import.meta.dirname } };
