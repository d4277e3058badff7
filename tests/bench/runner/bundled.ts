/** A page's script in one piece, for pages that need more than the element offers. */
import { build } from 'esbuild';

export async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [entry], write: false, bundle: true, format: 'iife' });
  return outputFiles[0]?.text ?? '';
}
