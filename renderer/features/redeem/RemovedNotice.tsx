import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import { redeemLink } from '../../../shared/domain/redeem/buildLink';
import type { WaitingLink } from '../../../shared/domain/redeem/redeem';
import { useAddLinks } from '../../queries/redeem';
import { titleOf } from './redeemWords';
import { redeemText } from './redeemText';

interface RemovedNoticeProps {
  readonly link: WaitingLink;
  readonly onEnd: () => void;
}

/** Removing an invitation from the list by mistake loses nothing: its link may be nowhere else. */
export function RemovedNotice({ link, onEnd }: RemovedNoticeProps): ReactElement {
  const add = useAddLinks();
  return (
    <Alert
      type="info"
      dismissible
      i18nStrings={{ dismissAriaLabel: redeemText.dismiss }}
      onDismiss={onEnd}
      action={
        <Button
          loading={add.isPending}
          onClick={() => {
            add.mutate(linkText(link), { onSuccess: onEnd });
          }}
        >
          {redeemText.putBack}
        </Button>
      }
    >
      <span className="breaks-anywhere">{redeemText.removedNotice(titleOf(link))}</span>
    </Alert>
  );
}

const linkText = ({ invitationId, region }: WaitingLink): string =>
  region === null ? invitationId : redeemLink(invitationId, region);
