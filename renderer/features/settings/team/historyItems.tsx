import type { KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { FactsProgress } from '../../../../shared/domain/team/factsProgress';
import { RelativeTime } from '../../../components/Times';
import { historyText } from './historyText';

/** How far this app and the team are in telling each other what was done in shared accounts. */
export const historyItems = (history: FactsProgress): KeyValuePairsProps.Item[] => [
  { label: historyText.learned, value: <Learned history={history} /> },
  { label: historyText.waiting, value: historyText.waitingOf(history.waiting) },
  ...(history.refused.count === 0
    ? []
    : [
        {
          label: historyText.refused,
          value: <StatusIndicator type="warning">{historyText.refusedOf(history.refused)}</StatusIndicator>,
        },
      ]),
  ...(history.unreadable === 0
    ? []
    : [
        {
          label: historyText.unreadable,
          value: (
            <StatusIndicator type="warning">{historyText.unreadableOf(history.unreadable)}</StatusIndicator>
          ),
        },
      ]),
];

function Learned({ history }: { readonly history: FactsProgress }): ReactElement {
  const { merging, problem, learnedAt } = history;
  if (merging !== null) {
    return <StatusIndicator type="in-progress">{historyText.mergingOf(merging)}</StatusIndicator>;
  }
  const when = learnedAt === null ? historyText.never : <RelativeTime at={learnedAt} />;
  if (problem === null) return <>{when}</>;
  return (
    <>
      {when}
      <div>
        <StatusIndicator type="warning">{problem.message}</StatusIndicator>
      </div>
    </>
  );
}
