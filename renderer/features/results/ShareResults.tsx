import type { ReactElement } from 'react';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { invitationLink } from '../../../shared/domain/redeem/buildLink';
import { accountRefKey } from '../../../shared/util/accountKey';
import { CopyText } from '../../components/CopyText';
import { counted } from '../../components/text/formatTime';
import { linkLine, linkMessage } from '../../components/text/linkTexts';
import { refOf } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { useInvitations } from '../../queries/invitations';
import { useSettings } from '../../queries/settings';
import { withLink } from './summary';
import { resultsText } from './resultsText';

/** Links and messages of the invitations that were just made or resent, to be passed on by hand; null without any. */
export function ShareResults({
  operations,
}: {
  readonly operations: readonly Operation[];
}): ReactElement | null {
  const settings = useSettings();
  const connections = useConnections() ?? [];
  const linked = withLink(operations);
  const expiresAt = useExpiry(linked);
  if (settings === undefined || linked.length === 0) return null;
  const shared = linked.flatMap(
    ({ invitationId, connectionId, userName, emailAddress, accountName, role }) => {
      const connection = connections.find((each) => each.connectionId === connectionId);
      if (connection === undefined) return [];
      const link = invitationLink(invitationId, connection.region, settings.redeemPage);
      const facts = { userName: userName || emailAddress, accountName, role };
      return [
        {
          line: linkLine(facts.userName, accountName, link),
          message: linkMessage(
            { ...facts, expiresAt: expiresAt(invitationId) },
            link,
            settings.messageTemplate,
          ),
        },
      ];
    },
  );
  return (
    <>
      <CopyText
        label={resultsText.copy(counted(shared.length, 'link'))}
        text={shared.map(({ line }) => line).join('\n')}
      />
      <CopyText
        label={resultsText.copy(counted(shared.length, 'message'))}
        text={shared.map(({ message }) => message).join('\n\n\n')}
      />
    </>
  );
}

/** The most one question answers; the messages of others say how long an invitation lasts. */
const maxLookedUp = 500;

/** When the invitations end, once Amazon's list has named them. */
function useExpiry(operations: readonly AccountRef[]): (invitationId: string) => number | null {
  const accounts = [...new Map(operations.map((each) => [accountRefKey(each), refOf(each)])).values()];
  const { answer } = useInvitations({
    accounts,
    states: ['pending'],
    sort: 'createdAt',
    descending: true,
    limit: maxLookedUp,
    offset: 0,
  });
  const byId = new Map(answer?.page.invitations.map((each) => [each.invitationId, each.expiresAt]));
  return (invitationId) => byId.get(invitationId) ?? null;
}
