const totalWords = [
  ...[
    'total',
    'totals',
    'grand total',
    'sub total',
    'subtotal',
    'sum',
    'count',
    'summe',
    'gesamt',
    'gesamtsumme',
  ],
  ...[
    'zwischensumme',
    'insgesamt',
    'anzahl',
    'somme',
    'total général',
    'sous-total',
    'suma',
    'totales',
    'totale',
  ],
  ...[
    'totali',
    'somma',
    'totaal',
    'totalt',
    'summa',
    'totais',
    '合計',
    '小計',
    '総計',
    '总计',
    '合计',
    '小计',
    '總計',
    '합계',
    '총계',
  ],
];
const countedThings =
  'users|people|persons|rows|accounts|entries|invitations|personen|zeilen|nutzer|konten|personnes|personas|persone';

const totalPattern = new RegExp(
  `^(?:${totalWords.join('|')})(?: (?:${countedThings}))?\\s*[:：=]?\\s*[\\d.,]*$`,
  'iu',
);
const numberPattern = /^[\d\s.,'’%€$£¥()+-]*$/;

/** Whether a row sums up others: a word for it, and otherwise only numbers. */
export function isTotals(cells: readonly string[]): boolean {
  const at = cells.findIndex((cell) => cell.trim() !== '');
  const first = cells[at]?.trim().replace(/\s+/g, ' ') ?? '';
  return (
    first.length <= 60 &&
    totalPattern.test(first) &&
    cells.every((cell, index) => index === at || numberPattern.test(cell))
  );
}
