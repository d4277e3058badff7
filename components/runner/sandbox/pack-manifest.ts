// What a language pack says of itself: its version, and of each of its files where it lies and what it must be.
import type { PackAddress } from '../messages.js';

/** A piece of a file as it is served: some hosts take no file above 25 MiB. */
export interface PackPart {
  /** Beside the manifest; the name tells the content. */
  path: string;
  size: number;
  /** Of what is served, in hexadecimal. */
  sha256: string;
}

export interface PackFile {
  name: string;
  /** Unpacked. */
  size: number;
  /** How the parts, joined, are packed; missing when they are not. */
  packed?: 'gzip';
  parts: PackPart[];
}

export interface PackManifest {
  format: 1;
  id: string;
  version: string;
  files: PackFile[];
}

export const MANIFEST = 'manifest.json';

const PATH = /^[\w-][\w.-]*$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** Reads a manifest and looks whether it is of the wanted version. Throws an Error with a sentence. */
export function readManifest(text: string, { folder, version }: PackAddress): PackManifest {
  const url = `${folder}${MANIFEST}`;
  const manifest = parsed(text);
  if (typeof manifest?.format === 'number' && manifest.format !== 1) {
    throw new Error(
      `The pack at ${folder} has the format ${manifest.format}, which this runner does not know. Build the pack and the runner with the same version of code-room.`,
    );
  }
  if (!isManifest(manifest)) throw new Error(`${url} is no manifest of a language pack. Build the pack again.`);
  if (manifest.version !== version) {
    throw new Error(`The pack at ${folder} is now of version ${manifest.version}. Reload the page, then run again.`);
  }
  return manifest;
}

function parsed(text: string): Partial<Record<keyof PackManifest, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: Partial<Record<keyof PackManifest, unknown>> | undefined): value is PackManifest {
  return value?.format === 1 && Array.isArray(value.files) && value.files.every(isFile);
}

/** No path leads out of the folder of the pack. */
function isFile(file: Partial<PackFile> | null): boolean {
  return (
    typeof file?.name === 'string' &&
    (file.packed === undefined || file.packed === 'gzip') &&
    Array.isArray(file.parts) &&
    file.parts.length > 0 &&
    file.parts.every(({ path, size, sha256 }) => PATH.test(path) && size >= 0 && SHA256.test(sha256))
  );
}
