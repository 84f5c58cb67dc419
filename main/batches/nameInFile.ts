/** A batch's name as a part of a file's, without what some system does not allow there. */
export const nameInFile = (name: string): string =>
  name
    .replaceAll(/[^\p{L}\p{N} @,_()+-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim() || 'Batch';
