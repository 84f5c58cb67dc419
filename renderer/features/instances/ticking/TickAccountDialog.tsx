import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import { instanceNames } from '../../../../shared/domain/account/instanceText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { useWaitingIn, type PeopleToTick } from '../../../queries/instanceWork';
import { instancesText } from '../instancesText';
import { asSeen, nameOf, type WorkRow } from '../work/workRows';

interface TickAccountDialogProps {
  readonly row: Extract<WorkRow, { readonly kind: 'account' }>;
  readonly isRunning: boolean;
  readonly onTickOff: (people: PeopleToTick) => void;
  readonly onClose: () => void;
}

/** Asks before everybody of an account is ticked off, and names them. */
export function TickAccountDialog({
  row,
  isRunning,
  onTickOff,
  onClose,
}: TickAccountDialogProps): ReactElement {
  const waiting = useWaitingIn(row.account.account);
  const planned = (waiting ?? []).filter(({ missing }) => missing.length > 0);
  const leftOut = (waiting ?? []).length - planned.length;
  return (
    <ConfirmDialog
      header={instancesText.accountTitle(row.name)}
      confirm={
        planned.length === 0
          ? null
          : {
              text: instancesText.tickOffSelected(planned.length),
              pending: isRunning,
              onClick: () => onTickOff(planned.map(asSeen)),
            }
      }
      onCancel={onClose}
    >
      {waiting === undefined ? instancesText.reading : null}
      {waiting !== undefined && planned.length === 0 ? instancesText.accountNobody : null}
      {planned.length === 0 ? null : (
        <>
          <Box>{instancesText.accountBody(planned.length)}</Box>
          <ul className="names-in-dialog">
            {planned.map((work) => (
              <li key={work.invitationId} className="breaks-anywhere">
                {nameOf(work)}:{' '}
                {instanceNames(
                  work.missing.map(({ instanceId, name }) => ({ instanceId: instanceId ?? '', name })),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {leftOut === 0 || planned.length === 0 ? null : <Box>{instancesText.accountLeftOut(leftOut)}</Box>}
    </ConfirmDialog>
  );
}
