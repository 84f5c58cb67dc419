import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import type { SharableAccount } from '../../../../shared/domain/team/sharableAccount';
import { accountKey } from '../../../../shared/util/accountKey';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useChangeSharing, useSharableAccounts } from '../../../queries/team';
import { SharingTable } from './SharingTable';
import { teamText } from './teamText';

interface SharingDialogProps {
  /** The team was just joined, so nothing is shared yet. */
  readonly isFirst: boolean;
  readonly onClose: () => void;
}

/** Which accounts follow the team's rules; a checkbox an account, selected for those that do. */
export function SharingDialog({ isFirst, onClose }: SharingDialogProps): ReactElement {
  const listed = useSharableAccounts();
  const change = useChangeSharing();
  /** What the person changed, by account. */
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const accounts = listed?.accounts ?? [];
  const isSelected = (account: SharableAccount): boolean =>
    changed.get(accountKey(account)) ?? account.isShared;
  const share = accounts.filter((account) => isSelected(account) && !account.isShared);
  const unshare = accounts.filter((account) => !isSelected(account) && account.isShared);
  const isUnchanged = share.length + unshare.length === 0;
  const close = (): void => {
    if (!change.isPending) onClose();
  };
  return (
    <Modal
      visible
      size="large"
      header={teamText.sharing}
      closeAriaLabel={teamText.close}
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" disabled={change.isPending} onClick={close}>
              {isFirst ? teamText.notNow : teamText.cancel}
            </Button>
            <Button
              variant="primary"
              loading={change.isPending}
              disabled={isUnchanged}
              {...(isUnchanged ? { disabledReason: teamText.nothingChanged } : {})}
              onClick={() =>
                change.mutate(
                  { share: share.map(refOf), unshare: unshare.map(refOf) },
                  { onSuccess: onClose },
                )
              }
            >
              {teamText.changeSharing(share.length, unshare.length)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {change.error === null ? null : (
          <ErrorNotice header={teamText.sharingFailed} error={change.error.toBody()} />
        )}
        <Box variant="p">{teamText.sharingIntro}</Box>
        {listed === undefined || listed.error === null ? null : (
          <Alert type="warning" header={teamText.sharingUnknown}>
            {listed.error.message}
          </Alert>
        )}
        <SharingTable
          accounts={accounts}
          isReading={listed === undefined}
          areSharersKnown={listed?.error === null}
          isSelected={isSelected}
          onSelect={(selection) =>
            setChanged(new Map([...changed, ...selection.map(([key, on]) => [key, on] as const)]))
          }
        />
        {unshare.length === 0 ? null : <Alert type="warning">{teamText.unshareHint}</Alert>}
      </SpaceBetween>
    </Modal>
  );
}

const refOf = ({ realm, accountId }: SharableAccount): Pick<SharableAccount, 'realm' | 'accountId'> => ({
  realm,
  accountId,
});
