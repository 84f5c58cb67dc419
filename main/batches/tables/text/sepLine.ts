import { delimiters } from '../../../../shared/domain/batch/batchImport';

type Delimiter = (typeof delimiters)[number];

/**
 * Excel reads the delimiter from a separate first line (`sep=;`), and doesn't count that line. Other programs quote it, pad it
 * with delimiters or capitalize it.
 * @returns the text below it, and the delimiter; null if there is none
 */
export function sepLine(text: string): { readonly delimiter: Delimiter; readonly rest: string } | null {
  const found =
    /^\s{0,9}["“']?\s{0,9}sep\s{0,9}=\s{0,9}(\\t|tab|.)["”']?([ ,;\t|^~:"]{0,999})(?:\r\n?|\n|$)/i.exec(text);
  if (found === null) return null;
  const [line = '', name = ''] = found;
  const sign = /^(?:\\t|tab)$/i.test(name) ? '\t' : name;
  const delimiter = delimiters.find((each) => each === sign);
  return delimiter === undefined ? null : { delimiter, rest: text.slice(line.length) };
}
