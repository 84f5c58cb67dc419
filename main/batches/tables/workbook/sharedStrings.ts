import type { Archive } from './archive';
import { readXml } from './xml';

/**
 * The texts that cells refer to by index. All runs of a rich text count; phonetic guides of East Asian languages don't.
 * @throws NotWellFormed and like `Archive.contentOf`
 */
export async function readSharedStrings(archive: Archive, part: string | null): Promise<readonly string[]> {
  const all: string[] = [];
  if (part === null) return all;
  let current = '';
  let isText = false;
  let isPhonetic = false;
  await readXml(archive.contentOf(part), {
    open(name) {
      if (name === 't') isText = !isPhonetic;
      else if (name === 'si') current = '';
      else if (name === 'rPh') isPhonetic = true;
    },
    text(text) {
      if (isText) current += text;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'si') all.push(unescapedText(current));
      else if (name === 'rPh') isPhonetic = false;
    },
  });
  return all;
}

/**
 * Characters that XML can't contain are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19). NUL is removed, since text never
 * contains it.
 */
export const unescapedText = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
        .replaceAll('\0', '')
    : text;
