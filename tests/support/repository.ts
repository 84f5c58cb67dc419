import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Folders that are made, or that aren't ours. */
const left = /^(node_modules|dist.*|.*-output|\..+)$/;

/** Every file of the checkout, as its path with slashes from the top folder. What is made there is left out. */
export const repositoryFiles: readonly string[] = filesIn('');

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return left.test(entry.name) && entry.name !== '.github' ? [] : filesIn(path);
  });
}
