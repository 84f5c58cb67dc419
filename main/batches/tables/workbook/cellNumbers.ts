import type { CellFormat } from './cellFormats';

/** Why a number may not be what its author typed: Excel stores 15 digits, and no leading zeros. */
export type NumberDoubt = 'digits' | 'zeros';

interface NumberText {
  readonly text: string;
  readonly doubt: NumberDoubt | null;
}

/** Excel stores no more digits than this. */
const exactDigits = 15;

/**
 * A number as a person reads it in Excel, with all digits written out.
 * @param stored as in the workbook: `1.23E+15`
 * @returns null if it isn't a number
 */
export function numberText(
  stored: string,
  format: CellFormat | undefined,
  is1904: boolean,
): NumberText | null {
  const value = Number(stored);
  if (!Number.isFinite(value) || stored.trim() === '') return null;
  if (format?.type === 'date') {
    const text = dateText(value, format, is1904);
    if (text !== null) return { text, doubt: null };
  }
  const text = Number.isInteger(value)
    ? writtenOut(stored)
    : writtenOut(String(Number(value.toPrecision(exactDigits))));
  if (format?.type === 'digits' && /^\d+$/.test(text)) {
    const zeros = format.pattern.replace(/[^0]/g, '').length;
    return {
      text: filledIn(format.pattern, text, zeros),
      doubt: text.length < zeros ? 'zeros' : doubtOf(text),
    };
  }
  return { text, doubt: doubtOf(text) };
}

const doubtOf = (text: string): NumberDoubt | null => (/^-?\d{16,}$/.test(text) ? 'digits' : null);

/** "123450000" for "1.2345E+8". */
function writtenOut(stored: string): string {
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^\s*([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,3}))?\s*$/i.exec(stored) ?? [];
  const digits = whole + part;
  const point = whole.length + Number(power);
  const filled = digits.padEnd(point, '0').padStart(digits.length + Math.max(0, -point), '0');
  const at = Math.max(0, point);
  const before = filled.slice(0, at).replace(/^0+(?=.)/, '') || '0';
  const behind = filled.slice(at).replace(/0+$/, '');
  const isNothing = before === '0' && behind === '';
  return `${sign === '-' && !isNothing ? '-' : ''}${before}${behind === '' ? '' : `.${behind}`}`;
}

/** "012-34-5678" for 12345678 in "000-00-0000". */
function filledIn(pattern: string, digits: string, zeros: number): string {
  const filled = digits.padStart(zeros, '0');
  let at = filled.length - zeros;
  let text = filled.slice(0, at);
  for (const sign of pattern) {
    if (sign === '0') {
      text += filled.charAt(at);
      at += 1;
    } else text += sign;
  }
  return text;
}

const day = 86_400_000;

/** Excel's last day, December 31, 9999. */
const lastDay = 2_958_465;

/**
 * "2026-11-24", with the time of day if there is one; a time alone as "13:05:00". Null if Excel doesn't show it as a date.
 * @param serial days since the end of 1899, or since January 1, 1904
 */
function dateText(
  serial: number,
  { hasDay, isElapsed }: { hasDay: boolean; isElapsed: boolean },
  is1904: boolean,
): string | null {
  if (serial < 0 || serial > lastDay) return null;
  if (isElapsed || (!hasDay && serial < 1)) return timeText(Math.round(serial * 86_400));
  // Excel counts February 29, 1900, which didn't exist.
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  return dayOrTime(new Date(Date.UTC(1899, 11, 30) + Math.round((days * day) / 1000) * 1000));
}

function timeText(seconds: number): string {
  const pair = (value: number): string => String(value).padStart(2, '0');
  return `${pair(Math.floor(seconds / 3600))}:${pair(Math.floor(seconds / 60) % 60)}:${pair(seconds % 60)}`;
}

/** A date stored in the workbook as text: "2026-11-24T00:00:00". */
export const isoDateText = (stored: string): string =>
  stored
    .trim()
    .replace('T', ' ')
    .replace(/\.\d+/, '')
    .replace(/Z$/, '')
    .replace(/ 00:00:00$/, '');

const dayOrTime = (date: Date): string => isoDateText(date.toISOString());
