import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useState, type ReactElement } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import type { WaitingLink } from '../../../shared/domain/redeem/redeem';
import { formatNumber } from '../../../shared/text/formats';
import { ConfirmDialog } from '../../components/consent/ConfirmDialog';
import { counted } from '../../components/text/formatTime';
import { useRedeemAll, useRedeemingAll } from '../../queries/redeem';
import { identityText } from './redeemWords';
import { redeemText } from './redeemText';

interface RedeemAllButtonProps {
  /** Those that Amazon will probably accept. */
  readonly ready: readonly WaitingLink[];
  readonly connections: readonly Connection[];
}

/** Redeems all that can be, one after the other, after saying how many and as whom. */
export function RedeemAllButton({ ready, connections }: RedeemAllButtonProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const redeemAll = useRedeemAll();
  const redeeming = useRedeemingAll();
  const number = counted(ready.length, 'invitation');
  const close = (): void => {
    setAsking(false);
  };
  return (
    <>
      <Button
        variant="primary"
        loading={redeeming}
        loadingText={redeemText.redeemingAll}
        disabled={ready.length === 0 || ready.some((link) => link.redeeming)}
        onClick={() => {
          setAsking(true);
        }}
      >
        {ready.length === 0 ? redeemText.redeemAll : redeemText.redeemAllOf(formatNumber(ready.length))}
      </Button>
      {asking ? (
        <ConfirmDialog
          header={redeemText.redeemAllTitle(number)}
          failure={{ header: redeemText.redeemAllFailed, error: null }}
          confirm={{
            text: redeemText.redeemAllConfirm(number),
            pending: false,
            onClick: () => {
              redeemAll.mutate(
                ready.flatMap(({ connectionId, invitationId }) =>
                  connectionId === null ? [] : [{ connectionId, invitationId }],
                ),
              );
              close();
            },
          }}
          onCancel={close}
        >
          <Box variant="p">{redeemText.redeemAllBody}</Box>
          <ul className="plain-list breaks-anywhere">
            {byConnection(ready).map(([connectionId, count]) => (
              <li key={connectionId}>
                {formatNumber(count)} as{' '}
                <strong>
                  {identityText(
                    connections.find((each) => each.connectionId === connectionId)?.identity ?? null,
                  )}
                </strong>
              </li>
            ))}
          </ul>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

function byConnection(links: readonly WaitingLink[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { connectionId } of links) {
    if (connectionId !== null) counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1);
  }
  return [...counts];
}
