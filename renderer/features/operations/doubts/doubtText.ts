import { isMemberKind, type Operation, type OperationKind } from '../../../../shared/domain/outbox/operation';

/** When the list may be read: a change that Amazon carries out late has happened by then. In ms. */
const lookedAtAfterMs = 60_000;

const notSeen: Record<OperationKind, string> = {
  create: 'Amazon’s list, read twice, doesn’t show this invitation. It most likely wasn’t created.',
  revoke: 'Amazon’s list, read twice, still shows the invitation. It most likely wasn’t revoked.',
  resend:
    'Amazon’s list, read twice, shows the invitation with its old expiration date. It most likely wasn’t resent.',
  setRole: 'Amazon shows another role. It most likely wasn’t changed, or somebody changed it since.',
  removeMember:
    'Amazon’s list still shows this member. The removal most likely wasn’t done, or somebody gave access again since.',
};

const unclear: Record<OperationKind, string> = {
  create: 'Amazon’s list hides an address or a role, so it doesn’t show whether this invitation was created.',
  revoke:
    'The invitation isn’t in both readings of Amazon’s list, or may have expired, so it can’t be confirmed.',
  resend: 'Amazon’s list doesn’t show whether the invitation was renewed.',
  setRole: 'Amazon doesn’t show this member’s role, so it can’t be confirmed.',
  removeMember: 'Amazon’s list couldn’t be read completely, so the removal can’t be confirmed.',
};

const verdictNames: Record<NonNullable<Operation['finding']>['verdict'], string> = {
  notSeen: 'Most likely not done',
  joined: 'Has access',
  several: 'Several possible matches',
  unclear: 'Unclear',
  unread: 'Couldn’t be read',
};

/** The same in a few words. */
export const findingName = ({ finding }: Operation): string =>
  finding === null ? 'Not checked yet' : verdictNames[finding.verdict];

/** What is known about an operation in doubt, in a sentence. @param now ms since 1970 */
export function findingText({ kind, finding, sentAt }: Operation, now: number): string {
  if (finding === null) {
    const due = (sentAt ?? 0) + lookedAtAfterMs;
    return due > now
      ? 'Amazon’s list is checked about a minute after the answer was lost. This is then resolved automatically, or you’re asked.'
      : 'Amazon’s list will be read as soon as Amazon can be reached.';
  }
  switch (finding.verdict) {
    case 'notSeen':
      return notSeen[kind];
    case 'joined':
      return 'Amazon’s list doesn’t show this invitation, but the account’s users seem to include this person. They accepted it already, or had access before.';
    case 'several':
      return `Amazon’s list shows ${String(finding.candidates.length)} invitations that may be this one. Select which one it is.`;
    case 'unclear':
      return unclear[kind];
    case 'unread':
      return 'Amazon’s list couldn’t be read. The app retries automatically; Check again tries now.';
  }
}

/** What retrying operations in doubt may cause, in a sentence, and whether that is a risk. */
export function sendAgainRisk(operations: readonly Operation[]): {
  readonly type: 'info' | 'warning';
  readonly text: string;
} {
  if (operations.some(({ kind }) => isMemberKind(kind))) {
    return {
      type: 'warning',
      text: 'Before it’s sent again, the members are read. If somebody has changed this person’s access on purpose since, sending again undoes that: check first.',
    };
  }
  const creates = operations.filter(({ kind }) => kind === 'create');
  if (creates.length === 0) {
    return { type: 'info', text: 'Sending again does no harm. If Amazon sends email, it may arrive twice.' };
  }
  if (creates.every(({ finding }) => finding?.verdict === 'joined')) {
    return {
      type: 'warning',
      text: 'This person seems to have access already. Check the account’s users before you invite them again.',
    };
  }
  return creates.every(({ finding }) => finding?.verdict === 'notSeen')
    ? {
        type: 'info',
        text: 'Amazon’s list clearly doesn’t have these invitations, so nobody should be invited twice.',
      }
    : {
        type: 'warning',
        text: 'This may invite people twice. Amazon’s list doesn’t rule out that it already went through.',
      };
}

/** Whether a person can already decide: until the list is read, Amazon may still carry it out. */
export const isLookedAt = ({ finding }: Operation): boolean => finding !== null;
