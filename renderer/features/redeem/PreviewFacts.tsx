import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { RedeemPreview } from '../../../shared/domain/redeem/redeem';
import { roleName } from '../../../shared/domain/invitation/role';
import { formatMoment } from '../../../shared/text/formats';
import { Expiry } from '../../components/Times';
import { isOpen } from './cardState';
import { redeemText } from './redeemText';

/** What Amazon says about an invitation to the signed-in user. */
export function PreviewFacts({ preview }: { readonly preview: RedeemPreview }): ReactElement {
  const { role, createdBy, emailAddress, userName, expiresAt, state } = preview;
  return (
    <KeyValuePairs
      columns={4}
      minColumnWidth={180}
      items={[
        { label: redeemText.role, value: <Text text={role === null ? null : roleName(role)} /> },
        { label: redeemText.invitedBy, value: <Text text={createdBy} /> },
        {
          label: redeemText.invited,
          value: (
            <>
              <Text text={emailAddress} />
              {userName === null ? null : (
                <Box variant="small" display="block">
                  <span className="breaks-anywhere">{userName}</span>
                </Box>
              )}
            </>
          ),
        },
        {
          label: redeemText.expires,
          value:
            expiresAt === null ? (
              redeemText.notStated
            ) : (
              <>
                {formatMoment(expiresAt)}
                <div>
                  <Expiry at={expiresAt} />
                </div>
              </>
            ),
        },
        ...(isOpen(state)
          ? []
          : [
              {
                label: redeemText.amazonsState,
                value: (
                  <StatusIndicator type="warning">
                    <span className="breaks-anywhere">{state}</span>
                  </StatusIndicator>
                ),
              },
            ]),
      ]}
    />
  );
}

const Text = ({ text }: { readonly text: string | null }): ReactElement => (
  <span className="breaks-anywhere">{text ?? redeemText.notStated}</span>
);
