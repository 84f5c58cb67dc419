/** A LIKE pattern that finds the text anywhere; for use with `ESCAPE '\'`. */
export const likePattern = (text: string): string => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
