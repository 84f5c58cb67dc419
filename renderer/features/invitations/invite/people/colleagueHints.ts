import type { ChannelOutput } from '../../../../../shared/bridge/ipc';
import { isEmailAddress } from '../../../../../shared/domain/invitation/person';
import { colleagueName } from '../../../../../shared/domain/team/teamText';
import { formatMoment } from '../../../../../shared/text/formats';
import { groupBy } from '../../../../../shared/util/groupBy';
import { ageOf } from '../../../../components/text/formatTime';
import type { InviteDraft } from '../inviteDraft';
import { inviteText } from '../inviteText';

type Invited = ChannelOutput<'invitations.byColleagues'>['invitations'];

/** The addresses that are complete. */
export const addressesIn = ({ rows }: Pick<InviteDraft, 'rows'>): string[] =>
  rows.map(({ emailAddress }) => emailAddress.trim()).filter(isEmailAddress);

/** What colleagues invited people to, a text a person, by `mailboxKey`. @param now ms since 1970 */
export function colleagueHints(invited: Invited, now: number): ReadonlyMap<string, string> {
  const byPerson = groupBy(invited, ({ emailAddress }) => emailAddress);
  return new Map(
    [...byPerson].map(([emailAddress, ofPerson]) => [emailAddress, hintOf(ofPerson, now)] as const),
  );
}

/** The latest in full, then the other accounts. */
function hintOf(ofPerson: Invited, now: number): string {
  const [latest, ...others] = ofPerson.toSorted((one, other) => other.at - one.at);
  if (latest === undefined) return '';
  const { accountName, at, reading } = latest;
  return [
    inviteText.invitedByColleague(colleagueName(latest), accountName, formatMoment(at), ageOf(at, now)),
    ...(reading === 'maybeMember' ? [inviteText.maybeMember] : []),
    ...(others.length === 0
      ? []
      : [inviteText.invitedElsewhereToo(others.map((other) => other.accountName))]),
  ].join(' ');
}
