import type { RowFinding } from '../batch';
import { mailboxKey } from '../../invitation/person';
import { roleName } from '../../invitation/role';
import { formatDate, formatMoment } from '../../../text/formats';
import { colleagueName } from '../../team/teamText';
import {
  personKey,
  type AccessFact,
  type BatchFacts,
  type ColleagueFact,
  type InvitationFact,
} from './facts';
import { error, takesOut, warning, type Row } from './makeFinding';
import { roleOfText } from './roleWords';
import { findingsText } from './findingsText';

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
    const message = findingsText.oneself(address);
    findings.push(warning({ code: 'ONESELF', column, message }, takesOut));
  }
  if (pending !== undefined) findings.push(pendingFinding(row, access, pending));
  else if (status !== undefined) findings.push(underWayFinding(address, access, status === 'inDoubt'));
  else {
    const past = pastFindings(address, access, { known, member: facts.members.get(key) });
    const colleague = facts.colleagues.get(key);
    // Who certainly has access already isn't still invited.
    const isUser = past.some(({ code }) => code === 'ALREADY_USER');
    findings.push(
      ...past,
      ...(colleague === undefined || isUser ? [] : [colleagueFinding(address, access, colleague)]),
    );
  }
  return findings;
}

/** Only what Amazon showed on this computer keeps a row from being sent. */
function colleagueFinding(address: string, { name }: AccessFact, colleague: ColleagueFact): RowFinding {
  const text =
    colleague.reading === 'notYet' ? findingsText.invitedByColleague : findingsText.invitedAndMaybeMember;
  const message = text(colleagueName(colleague), address, name, formatMoment(colleague.at));
  return warning({ code: 'INVITED_BY_COLLEAGUE', column, message }, takesOut);
}

function pendingFinding(row: Row, { name }: AccessFact, { role, expiredAt }: InvitationFact): RowFinding {
  const address = row.emailAddress.trim();
  if (expiredAt !== null) {
    const message = findingsText.pendingExpired(address, name, formatDate(expiredAt));
    return warning({ code: 'ALREADY_PENDING', column, message });
  }
  const wanted = roleOfText(row.role);
  if (wanted === null || wanted === role.toLowerCase()) {
    const message = findingsText.alreadyInvited(address, name);
    return error({ code: 'ALREADY_PENDING', column, message }, takesOut);
  }
  return error(
    {
      code: 'PENDING_WITH_OTHER_ROLE',
      column: 'role',
      message: findingsText.invitedAs(address, name, roleName(role)),
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
        ? findingsText.invitedUnconfirmed(address, name)
        : findingsText.beingInvited(address, name),
    },
    takesOut,
  );
}

interface Past {
  readonly known: readonly InvitationFact[];
  /** How certain it is that one of the account's members is the person; undefined if none is known to be. */
  readonly member: 'certain' | 'probable' | undefined;
}

/**
 * A person who accepted, or had access at the last refresh, may have been removed since, so it is a warning even if that is
 * certain.
 */
function pastFindings(address: string, { name }: AccessFact, { known, member }: Past): RowFinding[] {
  const accepted = known.filter(({ state }) => state === 'accepted');
  const findings: RowFinding[] = [];
  if (member === 'certain') {
    const message = findingsText.certainUser(address, name);
    findings.push(warning({ code: 'ALREADY_USER', column, message }, takesOut));
  } else if (accepted.some(({ masked }) => !masked)) {
    const message = findingsText.alreadyUser(address, name);
    findings.push(warning({ code: 'ALREADY_USER', column, message }, takesOut));
  } else if (member === 'probable') {
    const message = findingsText.probableUser(address, name);
    findings.push(warning({ code: 'MAYBE_ALREADY_USER', column, message }, takesOut));
  } else if (accepted.length > 0) {
    const message = findingsText.maybeUser(address, name);
    findings.push(warning({ code: 'MAYBE_ALREADY_USER', column, message }, takesOut));
  }
  if (known[0]?.state === 'revoked') {
    const message = findingsText.revokedBefore(address, name);
    findings.push(warning({ code: 'REVOKED_BEFORE', column, message }, takesOut));
  }
  return findings;
}
