import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What a setup step recorded when it last succeeded.
 * @param {string} file
 * @returns {string | undefined} undefined if it never did.
 */
export function recall(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Records that a setup step succeeded, and with what.
 * @param {string} file
 * @param {string} text
 */
export function remember(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
