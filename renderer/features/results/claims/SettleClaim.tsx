import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useState, type ReactElement } from 'react';
import { personNameOf, type Operation } from '../../../../shared/domain/outbox/operation';
import { claimsText } from './claimsText';
import { SettleClaimDialog } from './SettleClaimDialog';

/**
 * Opens the settling of a colleague's claim that blocks a change, or says how one was settled; null if there is none. The dialog
 * shows its result, so it stays once the claim is settled.
 */
export function SettleClaim({ operation }: { readonly operation: Operation }): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const { teamSettlement, error } = operation;
  if (teamSettlement === null && error?.code !== 'CLAIMED_ELSEWHERE') return null;
  return (
    <>
      {teamSettlement === null ? (
        <Button
          variant="inline-link"
          ariaLabel={claimsText.settleOf(personNameOf(operation))}
          onClick={() => setOpen(true)}
        >
          {claimsText.settle}
        </Button>
      ) : (
        <Box variant="small" display="block">
          {claimsText.settlementOf(teamSettlement)}
        </Box>
      )}
      {isOpen ? <SettleClaimDialog operation={operation} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
