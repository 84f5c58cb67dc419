/** Max length of an accepted ID. Amazon's document sets no limit; 400 characters are more than any service uses. */
const maxIdLength = 400;

/**
 * Whether a text can be an invitation's ID. The format of IDs isn't documented (amazon-api §6), so any visible ASCII is accepted.
 * Other characters are refused: some reverse text, look like others or are invisible. So are the two path segments `.` and `..`.
 */
export const isInvitationId = (text: string): boolean =>
  text.length <= maxIdLength && /^[!-~]+$/.test(text) && text !== '.' && text !== '..';

/**
 * Whether a word that isn't a link looks like an ID: letters and digits, perhaps with `-`, `_` or `.` between them, and not a
 * date, file name or host. Eight digits alone are enough.
 */
export const looksLikeId = (word: string): boolean =>
  isInvitationId(word) &&
  ((/^\w[\w.-]{7,}$/.test(word) &&
    /\d/.test(word) &&
    /[a-z]/i.test(word) &&
    !isDate(word) &&
    !endsLikeFileOrHost(word)) ||
    /^\d{8,}$/.test(word));

/** Too long and too random to be a word: accepted as an ID if pasted alone. */
export const isLongToken = (word: string): boolean => isInvitationId(word) && /^[\w.~+=-]{20,}$/.test(word);

/** “24-Nov-2026”, “2026-11-24T10.00Z”. */
const isDate = (word: string): boolean =>
  /^\d{1,2}[-.][a-z]{3,9}[-.]\d{2,4}$/i.test(word) || /^\d{4}-\d{2}-\d{2}T/i.test(word);

const endsLikeFileOrHost = (word: string): boolean => /\.[a-z]+\d?$/i.test(word);
