/**
 * A text as workbook cells store it, without loss: characters that XML can't contain, or that a reader would misinterpret, are
 * written as `_x000D_` (ECMA-376 part 1, 22.9.2.19).
 */
export const workbookText = (text: string): string =>
  text in Object.prototype
    ? writableText(text)
    : text
        .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
        .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, (character) =>
          character === '\n' || character === '\t' ? character : character.split('').map(escaped).join(''),
        );

/**
 * The same text, except for the property names of every JavaScript object, which make write-excel-file produce a damaged file.
 */
export const writableText = (text: string): string =>
  text in Object.prototype ? escaped(text.charAt(0)) + text.slice(1) : text;

const escaped = (unit: string): string =>
  `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
