import { formatList, formatNumber } from '../../../shared/text/formats';
import { byCount } from '../../../shared/text/pluralize';

/** What people read, on any screen, while Amazon can't be reached. */
export const unreachableText = {
  /** @param labels the connections, if others may work */
  header: (labels: readonly string[]) =>
    labels.length === 0
      ? 'Can’t reach Amazon right now'
      : `${formatList(labels)}: can’t reach Amazon right now`,
  triesAgain: 'The app tries again automatically.',
  /** A run, where nothing else stands in the line. */
  goesOut: 'Goes out when you’re back online',
  /** The same within a line. */
  goesOutThere: 'goes out when you’re back online',
  goOut: (count: number) =>
    byCount(
      count,
      '1 change goes out when you’re back online.',
      `${formatNumber(count)} changes go out when you’re back online.`,
    ),
  formHint: 'Amazon can’t be reached right now. What you send goes out when you’re back online.',
};
