import { pluralize } from '../../../shared/text/pluralize';

/** As many names as fit, and how many more there are. */
export function someNames(names: readonly string[], max: number): string {
  const more = names.length - max;
  return more > 0 ? `${names.slice(0, max).join(', ')} and ${pluralize(more, 'other')}` : names.join(', ');
}
