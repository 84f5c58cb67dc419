import { formatNumber } from './formats';
/**
 * The form of a text that a number calls for: the one place that knows the plural rule of English. Give whole sentences, so that a
 * translation can use its own.
 */
export const byCount = <T>(count: number, one: T, many: T): T => (count === 1 ? one : many);

/** A number with its noun: "1 person", "2 people". */
export const pluralize = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${byCount(count, one, many)}`;
