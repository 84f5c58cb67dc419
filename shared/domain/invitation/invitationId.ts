/** The longest id that is taken. Amazon's document sets no limit; 400 characters are more than any service uses. */
const maxIdLength = 400;

/**
 * Whether a text can be an invitation's id. What ids look like is not documented (amazon-api §6), so any visible
 * ASCII will do. Other characters are refused: among them are those that reverse what is read, look like others or
 * cannot be seen. So are the two names that lead elsewhere in the path of an address.
 */
export const isInvitationId = (text: string): boolean =>
  text.length <= maxIdLength && /^[!-~]+$/.test(text) && text !== '.' && text !== '..';

/**
 * Whether a word that is no link looks like an id: letters and digits, perhaps with `-`, `_` or `.` between them, and
 * no date, file name or host. Eight digits alone will do.
 */
export const looksLikeId = (word: string): boolean =>
  isInvitationId(word) &&
  ((/^\w[\w.-]{7,}$/.test(word) &&
    /\d/.test(word) &&
    /[a-z]/i.test(word) &&
    !isDate(word) &&
    !endsLikeFileOrHost(word)) ||
    /^\d{8,}$/.test(word));

/** So long and of such characters that it is no word either: what a person pastes alone is taken then. */
export const isLongToken = (word: string): boolean => isInvitationId(word) && /^[\w.~+=-]{20,}$/.test(word);

/** “24-Nov-2026”, “2026-11-24T10.00Z”. */
const isDate = (word: string): boolean =>
  /^\d{1,2}[-.][a-z]{3,9}[-.]\d{2,4}$/i.test(word) || /^\d{4}-\d{2}-\d{2}T/i.test(word);

const endsLikeFileOrHost = (word: string): boolean => /\.[a-z]+\d?$/i.test(word);
