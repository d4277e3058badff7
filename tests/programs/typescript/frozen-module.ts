export const config = Object.freeze({ port: 80 });
try {
  (config as { port: number }).port = 81;
} catch (e) {
  console.log((e as Error).name, (e as Error).message);
}
console.log(config);
