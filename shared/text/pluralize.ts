import { formatNumber } from './formats';
/** A number with its noun: "1 person", "2 people". */
export const pluralize = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;
