import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { RedeemPreview } from '../../../shared/domain/redeem/redeem';
import { roleName } from '../../../shared/domain/invitation/role';
import { formatMoment } from '../../../shared/text/formats';
import { Expiry } from '../../components/Times';
import { isOpen } from './cardState';

/** What Amazon tells of an invitation to whoever is signed in. */
export function PreviewFacts({ preview }: { readonly preview: RedeemPreview }): ReactElement {
  const { role, createdBy, emailAddress, userName, expiresAt, state } = preview;
  return (
    <KeyValuePairs
      columns={4}
      minColumnWidth={180}
      items={[
        { label: 'Role', value: <Text text={role === null ? null : roleName(role)} /> },
        { label: 'Invited by', value: <Text text={createdBy} /> },
        {
          label: 'Invited',
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
          label: 'Expires',
          value:
            expiresAt === null ? (
              'Amazon does not say'
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
                label: 'Amazon’s word for its state',
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
  <span className="breaks-anywhere">{text ?? 'Amazon does not say'}</span>
);
