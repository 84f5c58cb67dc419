import type { NewFile, UnsignedFile } from '../../../approvals/file/batchFile';
import { contentHash, contentOf } from '../../../approvals/file/content';

/** A file with the hash of what it decides about; takes long for a long one. */
export function withContentHash(file: NewFile): UnsignedFile {
  if (file.kind === 'draft') return file;
  const { draft, removedRowIds } = file.body;
  return withHash(file, contentHash(contentOf(draft, removedRowIds)));
}

/** The same with a hash that was computed elsewhere. @param hash ignored for a draft, which decides nothing */
export const withHash = (file: NewFile, hash: string): UnsignedFile =>
  file.kind === 'draft' ? file : { kind: 'answer', body: { ...file.body, contentHash: hash } };
