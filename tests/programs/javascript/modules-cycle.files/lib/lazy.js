export let calls = 0;
export const bump = () => { calls++; };
export default (n) => { calls++; return n * 2; };
