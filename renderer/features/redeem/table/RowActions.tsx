import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { WaitingLink } from '../../../../shared/domain/redeem/redeem';
import { useAccount } from '../../../queries/accounts';
import { accountRefOf, type NextStep } from '../nextStep';
import { titleOf } from '../redeemWords';
import { useRowPreview } from './useRowPreview';
import { redeemText } from '../redeemText';

interface RowActionsProps {
  readonly link: WaitingLink;
  readonly step: NextStep;
  readonly onRemove: () => void;
}

/** What can be done with any waiting invitation: asking Amazon again, and removing it from the list. */
export function RowActions({ link, step, onRemove }: RowActionsProps): ReactElement {
  const { mayAsk, asking, askAgain } = useRowPreview(link, step);
  const title = useAccount(accountRefOf(link))?.name ?? titleOf(link);
  return (
    <span className="inline-row unbroken">
      {mayAsk ? (
        <Button
          variant="inline-icon"
          iconName="refresh"
          ariaLabel={redeemText.askAgain(title)}
          loading={asking}
          onClick={askAgain}
        />
      ) : null}
      <Button
        variant="inline-icon"
        iconName="close"
        ariaLabel={redeemText.remove(title)}
        disabled={link.redeeming}
        onClick={onRemove}
      />
    </span>
  );
}
