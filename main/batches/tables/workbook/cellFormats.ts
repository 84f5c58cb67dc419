import type { Archive } from './archive';
import { readXml } from './xml';

/** How a number is displayed, as far as it changes what a person reads. */
export type CellFormat =
  | { readonly type: 'plain' }
  | { readonly type: 'date'; readonly hasDay: boolean; readonly isElapsed: boolean }
  /** At least as many digits, with other characters between them: "000-00-0000". */
  | { readonly type: 'digits'; readonly pattern: string };

const plain: CellFormat = { type: 'plain' };

/** The formats by a cell's style number. @throws NotWellFormed and like `Archive.contentOf` */
export async function readCellFormats(archive: Archive, part: string | null): Promise<readonly CellFormat[]> {
  const codes = new Map<string, string>();
  const used: string[] = [];
  if (part === null) return [];
  let isInCellFormats = false;
  await readXml(archive.contentOf(part), {
    open(name, { numFmtId: id = '0', formatCode: code = '' }) {
      if (name === 'numFmt') codes.set(id, code);
      else if (name === 'cellXfs') isInCellFormats = true;
      else if (name === 'xf' && isInCellFormats) used.push(id);
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return used.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtIn(Number(id)) : formatOf(code);
  });
}

/** Those that workbooks reference by number only (ECMA-376 part 1, 18.8.30), including the East Asian ones. */
function builtIn(id: number): CellFormat {
  if (id === 46) return { type: 'date', hasDay: false, isElapsed: true };
  if ((id >= 18 && id <= 21) || id === 45 || id === 47)
    return { type: 'date', hasDay: false, isElapsed: false };
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? { type: 'date', hasDay: true, isElapsed: false } : plain;
}

/** @param code as Excel shows it to a person: `dd.mm.yyyy`, `"No. "00000` */
function formatOf(code: string): CellFormat {
  const [section = ''] = code
    .replace(/"([^"]*)"|_./g, (_, quoted: string | undefined = '') =>
      /[^ /()-]/.test(quoted) ? ' ' : quoted,
    )
    .split(';');
  const bare = section.replace(/\\.|\*./g, ' ').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/[ymdhs]/i.test(bare) && !/general/i.test(bare)) {
    return { type: 'date', hasDay: /[yd]/i.test(bare) || !/[hs]/i.test(bare), isElapsed: bare.includes('[') };
  }
  const pattern = section
    .replace(/\\(.)/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .trim();
  return /^0[0 /()-]*0$/.test(pattern) ? { type: 'digits', pattern } : plain;
}
