import type { CellFormat } from './cellFormats';
import { isoDateText, numberText, type NumberDoubt } from './cellNumbers';
import { unescapedText } from './sharedStrings';
import { isOn } from './workbookPart';

/** What the cells of all sheets refer to. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
}

/** A cell with an invalid value. */
export class BadCell extends Error {
  constructor(
    readonly rowNumber: number,
    readonly column: number,
  ) {
    super('A cell cannot be read.');
  }
}

export type Attributes = Readonly<Record<string, string>>;

export interface Place {
  readonly rowNumber: number;
  readonly column: number;
}

export interface CellValue extends Place {
  readonly text: string;
  /** Set for a number. */
  readonly number?: { readonly doubt: NumberDoubt | null };
}

interface CellReader {
  readonly begin: (attributes: Attributes, place: Place) => void;
  readonly open: (name: string) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  readonly end: () => CellValue;
}

/** Reads one cell after another (ECMA-376 part 1, 18.3.1.4). A formula's value is its stored result; nothing is calculated. */
export function cellReader(context: CellContext): CellReader {
  let place: Place = { rowNumber: 1, column: 0 };
  let type = 'n';
  let style = 0;
  let value = '';
  let inline = '';
  let reads: 'value' | 'inline' | null = null;
  let isPhonetic = false;

  return {
    begin({ t = 'n', s = '-1' }, at) {
      place = at;
      type = t;
      style = Number(s);
      value = '';
      inline = '';
      reads = null;
      isPhonetic = false;
    },
    open(name) {
      if (name === 'v') reads = 'value';
      else if (name === 't' && !isPhonetic) reads = 'inline';
      else if (name === 'rPh') isPhonetic = true;
    },
    text(text) {
      if (reads === 'value') value += text;
      else if (reads === 'inline') inline += text;
    },
    close(name) {
      if (name === 'rPh') isPhonetic = false;
      else if (name === 'v' || name === 't') reads = null;
    },
    end: () => ({ ...place, ...valueOf(type, value, inline, context.formats[style], context, place) }),
  };
}

function valueOf(
  type: string,
  value: string,
  inline: string,
  format: CellFormat | undefined,
  { sharedStrings, is1904 }: CellContext,
  { rowNumber, column }: Place,
): Pick<CellValue, 'text' | 'number'> {
  if (type === 'inlineStr') return { text: unescapedText(inline === '' ? value : inline) };
  if (type === 'str' || type === 'e') return { text: unescapedText(value) };
  if (value.trim() === '') return { text: unescapedText(inline) };
  switch (type) {
    case 's': {
      const text = sharedStrings[Number(value)];
      if (text === undefined) throw new BadCell(rowNumber, column);
      return { text };
    }
    case 'b':
      return { text: isOn(value) ? 'TRUE' : 'FALSE' };
    case 'd':
      return { text: isoDateText(value) };
    default: {
      const number = numberText(value, format, is1904);
      if (number === null) throw new BadCell(rowNumber, column);
      return { text: number.text, number };
    }
  }
}
