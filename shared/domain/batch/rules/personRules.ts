import type { RowFinding } from '../batch';
import { mailboxKey } from '../../invitation/person';
import { roleName } from '../../invitation/role';
import { formatDate } from '../../../text/formats';
import { personKey, type BatchFacts, type InvitationFact, type AccessFact } from './facts';
import { error, takesOut, warning, type Row } from './makeFinding';
import { roleOfText } from './roleWords';

const column = 'emailAddress';

/** What is known about a row's person in its account. @param place the account's `accountKey` */
export function personFindings(row: Row, access: AccessFact, place: string, facts: BatchFacts): RowFinding[] {
  const address = row.emailAddress.trim();
  const key = personKey(place, address);
  const known = facts.invitations.get(key) ?? [];
  const pending = known.find(({ state }) => state === 'pending');
  const status = facts.underWay.get(key);
  const findings: RowFinding[] = [];
  if (facts.oneself.has(mailboxKey(address))) {
    const message = `${address} is the address you’re signed in with. Remove the row unless you want to invite yourself.`;
    findings.push(warning({ code: 'ONESELF', column, message }, takesOut));
  }
  if (pending !== undefined) findings.push(pendingFinding(row, access, pending));
  else if (status !== undefined) findings.push(underWayFinding(address, access, status === 'inDoubt'));
  else findings.push(...pastFindings(address, access, known));
  return findings;
}

function pendingFinding(row: Row, { name }: AccessFact, { role, expiredAt }: InvitationFact): RowFinding {
  const address = row.emailAddress.trim();
  if (expiredAt !== null) {
    const message = `The last known invitation of ${address} to ${name} expired on ${formatDate(expiredAt)}. Use Check online to see whether it was accepted or resent.`;
    return warning({ code: 'ALREADY_PENDING', column, message });
  }
  const wanted = roleOfText(row.role);
  if (wanted === null || wanted === role.toLowerCase()) {
    const message = `${address} is already invited to ${name}. Remove the row, or resend the invitation under Invitations.`;
    return error({ code: 'ALREADY_PENDING', column, message }, takesOut);
  }
  return error(
    {
      code: 'PENDING_WITH_OTHER_ROLE',
      column: 'role',
      message: `${address} is already invited to ${name} as ${roleName(role)}. Remove the row and change the role under Invitations.`,
    },
    takesOut,
  );
}

/** A change that isn't settled yet: inviting again now could invite twice. */
function underWayFinding(address: string, { name }: AccessFact, inDoubt: boolean): RowFinding {
  return error(
    {
      code: 'ALREADY_PENDING',
      column,
      message: inDoubt
        ? `Whether ${address} was invited to ${name} is unconfirmed. Resolve it under Operations, or remove the row.`
        : `${address} is being invited to ${name} right now. Wait for the result, or remove the row.`,
    },
    takesOut,
  );
}

/**
 * A person who accepted may have been removed since, which no stored data shows, so it is a warning even if the acceptance is
 * certain.
 */
function pastFindings(address: string, { name }: AccessFact, known: readonly InvitationFact[]): RowFinding[] {
  const accepted = known.filter(({ state }) => state === 'accepted');
  const findings: RowFinding[] = [];
  if (accepted.some(({ masked }) => !masked)) {
    const message = `${address} accepted an invitation to ${name} and is a user there. Remove the row, unless the person was removed since.`;
    findings.push(warning({ code: 'ALREADY_USER', column, message }, takesOut));
  } else if (accepted.length > 0) {
    const message = `${address} is probably a user of ${name}: a masked address there matches. Check this, or remove the row.`;
    findings.push(warning({ code: 'MAYBE_ALREADY_USER', column, message }, takesOut));
  }
  if (known[0]?.state === 'revoked') {
    const message = `The last invitation of ${address} to ${name} was revoked. Check that the person should have access, or remove the row.`;
    findings.push(warning({ code: 'REVOKED_BEFORE', column, message }, takesOut));
  }
  return findings;
}
