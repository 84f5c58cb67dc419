/** A header in comparable form: letters and digits only, in lower case, without accents. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A header without what forms and exports add: "First Name [Required]" is "First Name". */
export function cleanHeader(header: string): string {
  const spaced = header.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const bare = spaced
    .replace(/[[(【][^\])】]*[\])】]/g, ' ')
    .replace(/[*:?!]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return bare === '' ? spaced : bare;
}

/** The words of a header, in lower case and without accents: "firstName" has two. */
export const wordsOf = (header: string): string[] =>
  cleanHeader(header)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a text is written in Chinese, Japanese or Korean characters alone. */
export const isCjk = (text: string): boolean =>
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\s・]+$/u.test(text) && /\p{L}/u.test(text);
