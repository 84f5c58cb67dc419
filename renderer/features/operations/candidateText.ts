import type { Candidate } from '../../../shared/domain/operation';
import { roleName } from '../../../shared/domain/role';
import { exactTime } from '../../components/formatTime';

/** An invitation in Amazon's list by what Amazon shows of it. */
export const candidateText = ({ emailAddress, role, userName, createdBy, createdAt }: Candidate): string =>
  [
    ...(userName === null ? [] : [userName]),
    emailAddress ?? 'address hidden',
    role === null ? 'role hidden' : roleName(role).toLowerCase(),
    createdAt === null
      ? 'made at an unknown time'
      : `made ${exactTime(createdAt)}${createdBy === null ? '' : ` by ${createdBy}`}`,
  ].join(', ');
