import type { TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import { roleName } from '../../../../shared/domain/invitation/role';
import type { WaitingLink } from '../../../../shared/domain/redeem/redeem';
import { CopyableId } from '../../../components/names/CopyableId';
import { TextWith } from '../../../components/text/TextWith';
import { exactTime, timeOf } from '../../../components/text/formatTime';
import { Expiry } from '../../../components/Times';
import { useNow } from '../../../components/useNow';
import { refOf, useAccount } from '../../../queries/accounts';
import { accountRefOf, type NextStep } from '../nextStep';
import { titleOf } from '../redeemWords';
import { RowActions } from './RowActions';
import { RowState } from './RowState';
import { redeemText } from '../redeemText';
import { ListLink } from '../../../navigation/ListLink';

/** An invitation and what a person can do next with it. */
export interface RedeemRow {
  readonly link: WaitingLink;
  readonly step: NextStep;
}

interface RedeemColumnsDeps {
  /** Whether several people redeem, so that each row says who. */
  readonly namesRedeemer: boolean;
  /** The person asks what an invitation is. */
  readonly onLook: (links: readonly WaitingLink[]) => void;
  readonly onRemove: (link: WaitingLink) => void;
}

/** The columns of the invitations to redeem. */
export const redeemColumns = ({
  namesRedeemer,
  onLook,
  onRemove,
}: RedeemColumnsDeps): readonly TableProps.ColumnDefinition<RedeemRow>[] => [
  {
    id: 'account',
    header: redeemText.account,
    isRowHeader: true,
    minWidth: 200,
    cell: ({ link }) => <AccountCell link={link} />,
  },
  {
    id: 'role',
    header: redeemText.role,
    minWidth: 80,
    cell: ({ link: { preview } }) =>
      preview === null ? '–' : preview.role === null ? redeemText.notStated : roleName(preview.role),
  },
  {
    id: 'from',
    header: redeemText.invitedBy,
    minWidth: 130,
    cell: ({ link: { preview } }) => (
      <span className="breaks-anywhere">
        {preview === null ? '–' : (preview.createdBy ?? redeemText.notStated)}
      </span>
    ),
  },
  {
    id: 'expires',
    header: redeemText.expires,
    minWidth: 120,
    // Once redeemed, it doesn't expire.
    cell: ({ link: { preview, outcome } }) =>
      preview === null || outcome !== null ? (
        '–'
      ) : preview.expiresAt === null ? (
        redeemText.notStated
      ) : (
        <Expiry at={preview.expiresAt} />
      ),
  },
  {
    id: 'state',
    header: redeemText.state,
    minWidth: 220,
    cell: ({ link, step }) => (
      <RowState link={link} step={step} namesRedeemer={namesRedeemer} onLook={() => onLook([link])} />
    ),
  },
  {
    id: 'actions',
    header: <span className="visually-hidden">{redeemText.actions}</span>,
    minWidth: 84,
    cell: ({ link, step }) => <RowActions link={link} step={step} onRemove={() => onRemove(link)} />,
  },
];

function AccountCell({ link }: { readonly link: WaitingLink }): ReactElement {
  const account = useAccount(accountRefOf(link));
  const now = useNow();
  const { invitationId, preview, outcome } = link;
  const name = account?.name ?? titleOf(link);
  return (
    <>
      <span className="breaks-anywhere">
        {outcome !== null && account !== undefined ? (
          <ListLink to={{ screen: 'invitations', account: refOf(account) }}>{name}</ListLink>
        ) : (
          <strong>{preview === null && account === undefined ? redeemText.unknownAccount : name}</strong>
        )}
      </span>
      <div className="list-second">
        <span className="breaks-anywhere">
          <TextWith
            text={redeemText.invitationId}
            places={{ id: <CopyableId id={invitationId} name="invitation ID" /> }}
          />
        </span>
      </div>
      {outcome === null ? (
        <div className="list-second">
          <time title={exactTime(link.waitsUntil)}>
            {redeemText.waitsUntil(timeOf(link.waitsUntil, now))}
          </time>
        </div>
      ) : null}
    </>
  );
}
