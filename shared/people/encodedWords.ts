/** A word of a mail header encoded in ASCII (RFC 2047): `=?utf-8?Q?J=C3=B6rg?=`. */
const encodedWord = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([QB])\?([^\s?]{0,2000})\?=/gi;

/** A text with its encoded words decoded; words in an unknown encoding stay unchanged. */
export function withDecodedWords(text: string): string {
  if (!text.includes('=?')) return text;
  // Blanks between two encoded words only separate them.
  return text
    .replace(/\?=\s{1,10}=\?/g, '?==?')
    .replace(encodedWord, (word, charset: string, form: string, content: string) => {
      try {
        return new TextDecoder(charset, { fatal: true }).decode(bytesOf(form, content));
      } catch {
        return word;
      }
    });
}

function bytesOf(form: string, content: string): Uint8Array {
  const characters =
    form.toUpperCase() === 'B'
      ? atob(content)
      : content
          .replace(/_/g, ' ')
          .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}
