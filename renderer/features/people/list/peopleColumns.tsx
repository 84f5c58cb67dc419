import type { MemberPerson } from '../../../../shared/domain/person/memberPerson';
import { formatNumber } from '../../../../shared/text/formats';
import { CopyableId } from '../../../components/names/CopyableId';
import type { ListColumn } from '../../../components/table/listColumns';
import { ReadAt } from '../../../components/Times';
import { MemberEmail } from '../../members/MemberEmail';
import { MemberSince } from '../../members/MemberSince';
import { peopleListText, rolesText } from './peopleListText';

/** The columns; each `sortingField` is a sort of `people.list`. */
export const peopleColumns: readonly ListColumn<MemberPerson>[] = [
  {
    id: 'maskedEmail',
    width: 230,
    minWidth: 180,
    header: peopleListText.email,
    sortingField: 'maskedEmail',
    isRowHeader: true,
    cell: (member) => <MemberEmail member={member} />,
  },
  {
    id: 'userId',
    width: 215,
    minWidth: 190,
    header: peopleListText.userId,
    sortingField: 'userId',
    cell: ({ userId }) => (
      <span className="breaks-anywhere">
        <CopyableId id={userId} name={peopleListText.copyUserId} />
      </span>
    ),
  },
  {
    id: 'accounts',
    width: 125,
    minWidth: 125,
    header: peopleListText.accounts,
    sortingField: 'accounts',
    cell: ({ accounts }) => formatNumber(accounts),
  },
  {
    id: 'roles',
    width: 230,
    minWidth: 170,
    header: peopleListText.roles,
    sortingField: 'admins',
    cell: rolesText,
  },
  {
    id: 'latestSinceAt',
    width: 165,
    minWidth: 160,
    header: peopleListText.newest,
    sortingField: 'latestSinceAt',
    cell: ({ latestSinceAt, isLatestSinceKnown }) => (
      <MemberSince sinceAt={latestSinceAt} isSinceKnown={isLatestSinceKnown} />
    ),
  },
  {
    id: 'lastSeenAt',
    width: 135,
    minWidth: 130,
    header: peopleListText.asOf,
    sortingField: 'lastSeenAt',
    cell: ({ lastSeenAt }) => <ReadAt at={lastSeenAt} />,
  },
];
