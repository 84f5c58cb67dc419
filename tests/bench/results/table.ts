import type { Row } from './results';

/** The rows as lines of text with aligned columns. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => aligned(row, widths)).join('\n');
}

const headings = ['measured', 'value', 'baseline', 'ratio', 'target', 'met'];

const cellsOf = ({ name, unit, value, baseline, ratio, target, met }: Row): string[] => [
  name,
  figure(value, unit),
  figure(baseline, unit),
  ratio === null ? '' : `${ratio.toFixed(2)} x`,
  figure(target, unit),
  met === null ? '' : met ? 'yes' : 'NO',
];

const figure = (value: number | null, unit: string): string =>
  value === null ? '' : `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;

/** Names to the left, figures to the right. */
const aligned = (row: readonly string[], widths: readonly number[]): string =>
  row
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
    .join('  ')
    .trimEnd();
