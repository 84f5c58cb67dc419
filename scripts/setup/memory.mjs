import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What a setup step wrote down when it last succeeded.
 * @param {string} file
 * @returns {string | undefined} undefined when it never did.
 */
export function recall(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Writes down that a setup step succeeded, and with what.
 * @param {string} file
 * @param {string} text
 */
export function remember(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
