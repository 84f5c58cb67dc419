import { inflateRawSync } from 'node:zlib';

/** A cell as a spreadsheet would take it: what kind of value, and its text. */
export interface SheetCell {
  readonly kind: 'text' | 'number' | 'formula';
  readonly text: string;
}

/** The sheets of an Excel workbook by name, each as its rows; an empty cell is null. */
export function readWorkbook(file: Buffer): Record<string, (SheetCell | null)[][]> {
  const parts = unzipped(file);
  const part = (name: string): string => parts.get(name) ?? '';
  const shared = elements(part('xl/sharedStrings.xml'), 'si').map(({ inner }) => textOf(inner));
  const names = elements(part('xl/workbook.xml'), 'sheet').map(({ attributes }) =>
    attribute(attributes, 'name'),
  );
  return Object.fromEntries(
    names.map((name, index) => [name, rowsOf(part(`xl/worksheets/sheet${index + 1}.xml`), shared)]),
  );
}

function rowsOf(sheet: string, shared: readonly string[]): (SheetCell | null)[][] {
  const rows: (SheetCell | null)[][] = [];
  for (const row of elements(sheet, 'row')) {
    const cells: (SheetCell | null)[] = [];
    for (const { attributes, inner } of elements(row.inner, 'c')) {
      cells[columnOf(attribute(attributes, 'r'))] = cellOf(attribute(attributes, 't'), inner, shared);
    }
    rows[Number(attribute(row.attributes, 'r')) - 1] = [...cells].map((cell) => cell ?? null);
  }
  return Array.from(rows, (row: (SheetCell | null)[] | undefined) => row ?? []);
}

function cellOf(type: string, inner: string, shared: readonly string[]): SheetCell | null {
  if (inner.includes('<f')) return { kind: 'formula', text: textOf(inner) };
  if (inner === '') return null;
  if (type === 's') return { kind: 'text', text: shared[Number(textOf(inner))] ?? '' };
  return { kind: type === '' || type === 'n' ? 'number' : 'text', text: textOf(inner) };
}

/** "B7" is in column 1. */
const columnOf = (reference: string): number =>
  reference
    .replace(/\d+$/, '')
    .split('')
    .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function elements(xml: string, name: string): { readonly attributes: string; readonly inner: string }[] {
  const pattern = new RegExp(`<${name}((?:\\s[^>]*?)?)(?:/>|>([\\s\\S]*?)</${name}>)`, 'g');
  return [...xml.matchAll(pattern)].map(([, attributes = '', inner = '']) => ({ attributes, inner }));
}

const attribute = (attributes: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

const textOf = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The files in a ZIP archive by name, as text. */
function unzipped(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, nameLength] = [10, 20, 28].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const size = packed | (file.readUInt16LE(at + 22) << 16);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const start = file.readUInt32LE(at + 42);
    const data = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
    const bytes = file.subarray(data, data + size);
    parts.set(name, (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}
