import { actorParts, resultName, type ActivityEntry } from '../../../shared/domain/activity';
import { formatNumber } from '../../../shared/text/formats';
import type { LeaverProof } from './leaverProof';
import { proofText } from './proofText';

/** The person's first name on record, otherwise the first address or user ID. */
export const personOf = ({ person }: LeaverProof): string =>
  [...person.names, ...person.emailAddresses, ...person.userIds].find((text) => text.trim() !== '') ??
  proofText.someone;

/** The title of the document; it says so if nothing happened at Amazon. */
export const titleOf = (proof: LeaverProof): string => proofText.title(personOf(proof), proof.isSandbox);

/** "Dana Whitfield <dana@example.com>" as recorded, in words if Amazon didn't give it. */
export function actorName(actor: string): string {
  const { name, emailAddress } = actorParts(actor);
  return emailAddress === null ? name : `${name} <${emailAddress}>`;
}

/** Everybody who requested a change that has a result, each once. */
export const requestedBy = ({ done }: LeaverProof): string[] => [
  ...new Set(done.map(({ actor }) => actorName(actor))),
];

/** What the proof holds, in one line for each section. */
export const summaryOf = ({ unread, done, open, remains }: LeaverProof): string[] => [
  proofText.unreadCount(unread.length),
  proofText.doneCount(done.length, resultCounts(done)),
  proofText.openCount(open.length),
  proofText.remainsCount(remains.length),
];

/** "12 done, 1 failed" */
function resultCounts(done: readonly ActivityEntry[]): string {
  const counts = new Map<string, number>();
  for (const entry of done) {
    const name = resultName(entry).toLowerCase();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${formatNumber(count)} ${name}`).join(', ');
}
