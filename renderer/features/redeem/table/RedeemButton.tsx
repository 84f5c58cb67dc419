import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useState, type ReactElement } from 'react';
import type { Connection } from '../../../../shared/domain/connection/connection';
import type { WaitingLink } from '../../../../shared/domain/redeem/redeem';
import { formatNumber } from '../../../../shared/text/formats';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { counted } from '../../../components/text/formatTime';
import { useRedeemAll, useRedeemingAll } from '../../../queries/redeem';
import { identityText } from '../redeemWords';
import { redeemText } from '../redeemText';
import { TextWith } from '../../../components/text/TextWith';

interface RedeemButtonProps {
  /** Those that Amazon will probably accept. */
  readonly ready: readonly WaitingLink[];
  /** Why there are none, as far as a person can do something about it. */
  readonly reason: string;
  /** Whether the person selected these. */
  readonly areSelected: boolean;
  /** Whether only one person redeems, who is named above. */
  readonly isOnePerson: boolean;
  readonly connections: readonly Connection[];
}

/** Redeems what is ready, one after the other. More than one, or as different people: only after saying how many and as whom. */
export function RedeemButton({
  ready,
  reason,
  areSelected,
  isOnePerson,
  connections,
}: RedeemButtonProps): ReactElement {
  /** Those that the person is asked about: what becomes ready meanwhile isn't redeemed along with them. */
  const [toConfirm, setToConfirm] = useState<readonly WaitingLink[] | null>(null);
  const redeemAll = useRedeemAll();
  const redeeming = useRedeemingAll() || ready.some((link) => link.redeeming);
  const number = counted((toConfirm ?? ready).length, 'invitation');
  const close = (): void => {
    setToConfirm(null);
  };
  const redeem = (links: readonly WaitingLink[]): void => {
    redeemAll.mutate(
      links.flatMap(({ connectionId, invitationId }) =>
        connectionId === null ? [] : [{ connectionId, invitationId }],
      ),
    );
    close();
  };
  return (
    <>
      <Button
        variant="primary"
        loading={redeeming}
        loadingText={redeemText.redeemingAll}
        {...(ready.length === 0 ? { disabled: true, disabledReason: reason } : {})}
        onClick={() => {
          if (ready.length === 1 && isOnePerson) redeem(ready);
          else setToConfirm(ready);
        }}
      >
        {areSelected || ready.length < 2
          ? redeemText.redeemNumber(ready.length === 0 ? null : counted(ready.length, 'invitation'))
          : redeemText.redeemAllOf(formatNumber(ready.length))}
      </Button>
      {toConfirm === null ? null : (
        <ConfirmDialog
          header={redeemText.redeemAllTitle(number)}
          failure={{ header: redeemText.redeemAllFailed, error: null }}
          confirm={{
            text: redeemText.redeemNumber(number),
            pending: false,
            onClick: () => redeem(toConfirm),
          }}
          onCancel={close}
        >
          <Box variant="p">{redeemText.redeemAllBody}</Box>
          <ul className="plain-list breaks-anywhere">
            {byConnection(toConfirm).map(([connectionId, count]) => (
              <li key={connectionId}>
                <TextWith
                  text={redeemText.numberAs}
                  places={{
                    number: formatNumber(count),
                    person: (
                      <strong>
                        {identityText(
                          connections.find((each) => each.connectionId === connectionId)?.identity ?? null,
                        )}
                      </strong>
                    ),
                  }}
                />
              </li>
            ))}
          </ul>
        </ConfirmDialog>
      )}
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
