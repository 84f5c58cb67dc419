import { isEmailAddress } from '../../../../shared/domain/invitation/person';

/** What columns of addresses are called, in the languages of the marketplaces AMC is sold in. */
const mailWord = /e-?mail|e-?post|courriel|correo|mail ?adress|メール|邮箱|邮件|郵件/i;

/** Whether the first rows of a sheet are a list of people, not a cover, a guide or a list of values. */
export function looksLikePeople(rows: readonly (readonly string[])[]): boolean {
  const withAddress = rows.filter((row) => row.some((cell) => isEmailAddress(cell.trim()))).length;
  if (withAddress === 0) return false;
  return withAddress * 3 >= rows.length || rows.some(isHeader);
}

/** A short cell that names a column of addresses, and another one beside it. */
const isHeader = (row: readonly string[]): boolean =>
  row.filter((cell) => cell.trim() !== '').length > 1 &&
  row.some((cell) => cell.length < 60 && !cell.includes('@') && mailWord.test(cell));
