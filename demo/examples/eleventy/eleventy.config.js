// No bundler: the built element lies beside the pages, as on any host of files.
export default (config) => {
  config.addPassthroughCopy({ 'node_modules/code-room/dist/cdn': 'code-room' });
  return { dir: { input: 'src', output: 'dist' } };
};
