import type { ReactElement } from 'react';
import type { Member } from '../../../shared/domain/member/member';
import { Day } from '../../components/Times';
import { membersText } from './membersText';

/** Since when somebody has access; without an earlier list, only that it was before a day. */
export const MemberSince = ({
  sinceAt,
  isSinceKnown,
}: Pick<Member, 'sinceAt' | 'isSinceKnown'>): ReactElement => (
  <span className="unbroken">
    {isSinceKnown ? membersText.since : membersText.before} <Day at={sinceAt} />
  </span>
);
