import { formatDate, formatList } from '../../text/formats';
import type { UnreadAccount } from './leaver';

const missingNames: Readonly<Record<UnreadAccount['missing'][number], string>> = {
  members: 'members',
  inherited: 'inherited access',
  invitations: 'invitations',
};

/** What is missing of an account, since when and why: "members missing; never read; Only admins can see that." */
export const unreadText = ({ missing, isUnreachable, isViewerOnly, asOf, error }: UnreadAccount): string =>
  [
    isUnreachable
      ? 'no connection reaches it anymore'
      : `${formatList(missing.map((each) => missingNames[each]))} missing`,
    ...(isViewerOnly ? ['you’re a viewer there, and only admins can see that'] : []),
    asOf === null ? 'never read' : `last read ${formatDate(asOf)}`,
    ...(error === null ? [] : [error.message]),
  ].join('; ');
