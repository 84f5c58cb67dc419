import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { LeaverPlan } from '../../../shared/domain/leaver/leaver';
import { AsOf } from '../../components/Times';
import { leaversText } from './leaversText';
import { remainingLines } from './remainingLines';
import { UnreadAccounts } from './plan/UnreadAccounts';

/** What the person may still have, and where that isn't known. */
export function Remains({ remains }: { readonly remains: LeaverPlan }): ReactElement {
  const lines = remainingLines(remains);
  return (
    <SpaceBetween size="s">
      <UnreadAccounts unread={remains.unread} accounts={remains.accounts} />
      {lines.length === 0 ? (
        <Box>{leaversText.nothingRemains}</Box>
      ) : (
        <ul className="plain-list">
          {lines.map(({ key, text }) => (
            <li key={key} className="breaks-anywhere">
              {text}
            </li>
          ))}
        </ul>
      )}
      {remains.asOf === null ? null : (
        <Box variant="small">
          <AsOf at={remains.asOf} />
        </Box>
      )}
    </SpaceBetween>
  );
}
