import { fileNamePart, isReservedName } from '../files/fileNamePart';

/** In bytes; leaves room for an extension and for what a cloud folder adds. */
const maxLength = 150;

/** A batch's name as a file name without extension, valid on any system. */
export function nameInFile(name: string): string {
  const { part } = fileNamePart(name.replaceAll('.', ' '), maxLength);
  if (part === '') return 'Batch';
  return isReservedName(part) ? `Batch ${part}` : part;
}
