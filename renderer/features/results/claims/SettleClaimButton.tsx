import Button from '@cloudscape-design/components/button';
import { useState, type ReactElement } from 'react';
import { personNameOf, type Operation } from '../../../../shared/domain/outbox/operation';
import { claimsText } from './claimsText';
import { SettleClaimDialog } from './SettleClaimDialog';

/** Opens the settling of what blocks a change; null unless a colleague's claim does. */
export function SettleClaimButton({ operation }: { readonly operation: Operation }): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  if (operation.error?.code !== 'CLAIMED_ELSEWHERE') return null;
  return (
    <>
      <Button
        variant="inline-link"
        ariaLabel={claimsText.settleOf(personNameOf(operation))}
        onClick={() => setOpen(true)}
      >
        {claimsText.settle}
      </Button>
      {isOpen ? <SettleClaimDialog operation={operation} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
