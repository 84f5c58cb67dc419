import type { Operation, OperationKind } from '../../../../shared/domain/outbox/operation';

/** From here on the list may be read: a change that Amazon carries out late has arrived by then. In ms. */
const lookedAtAfterMs = 60_000;

const notSeen: Record<OperationKind, string> = {
  create: 'Amazon’s list, read twice, does not show this invitation: most likely it was not made.',
  revoke: 'Amazon’s list, read twice, still shows the invitation: most likely it was not revoked.',
  resend: 'Amazon’s list, read twice, shows the invitation with its old end: most likely it was not resent.',
};

const unclear: Record<OperationKind, string> = {
  create: 'Amazon’s list hides an address or a role, so it does not tell whether this invitation was made.',
  revoke: 'The invitation is not in both readings of Amazon’s list, or may have lapsed: it does not tell.',
  resend: 'Amazon’s list does not tell whether the invitation was renewed.',
};

const verdictNames: Record<NonNullable<Operation['finding']>['verdict'], string> = {
  notSeen: 'Most likely not done',
  joined: 'Has access',
  several: 'More than one may be it',
  unclear: 'Unclear',
  unread: 'Could not be read',
};

/** The same in a few words. */
export const findingName = ({ finding }: Operation): string =>
  finding === null ? 'Not looked at yet' : verdictNames[finding.verdict];

/** What is known of an operation in doubt, in a sentence. @param now ms since 1970 */
export function findingText({ kind, finding, sentAt }: Operation, now: number): string {
  if (finding === null) {
    const due = (sentAt ?? 0) + lookedAtAfterMs;
    return due > now
      ? 'Amazon’s list is read about a minute after the answer was lost. Then this settles by itself, or you are asked.'
      : 'Amazon’s list is being read, as soon as there is a way to Amazon.';
  }
  switch (finding.verdict) {
    case 'notSeen':
      return notSeen[kind];
    case 'joined':
      return 'Amazon’s list doesn’t show this invitation, but the account’s users seem to include this person. They accepted it already, or had access before.';
    case 'several':
      return `Amazon’s list shows ${String(finding.candidates.length)} invitations that may be this one. Say which it is.`;
    case 'unclear':
      return unclear[kind];
    case 'unread':
      return 'Amazon’s list couldn’t be read. The app retries automatically; Check again tries now.';
  }
}

/** What sending operations in doubt again may lead to, in a sentence, and whether that is a risk. */
export function sendAgainRisk(operations: readonly Operation[]): {
  readonly type: 'info' | 'warning';
  readonly text: string;
} {
  const creates = operations.filter(({ kind }) => kind === 'create');
  if (creates.length === 0) {
    return { type: 'info', text: 'A second time does no harm; where mail was asked for, it may come twice.' };
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
        text: 'Amazon’s list clearly lacks what was asked for, so nobody should be invited twice.',
      }
    : {
        type: 'warning',
        text: 'This may invite people twice: Amazon’s list does not rule out that it was done.',
      };
}

/** Whether a person can already decide: before the list was read, Amazon may still carry it out. */
export const isLookedAt = ({ finding }: Operation): boolean => finding !== null;
