/** A note with plain line breaks, and without characters that could hide or reorder what it says. */
export const withoutControls = (note: string): string =>
  note.replace(/\r\n?/g, '\n').replace(unseen, '').trim();

/** Control characters except tab and line feed, and marks of text direction. */
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
