import type { Candidate } from '../../../../shared/domain/outbox/operation';
import { roleName } from '../../../../shared/domain/invitation/role';
import { exactTime } from '../../../components/text/formatTime';

/** An invitation in Amazon's list, described by what Amazon shows. */
export const candidateText = ({ emailAddress, role, userName, createdBy, createdAt }: Candidate): string =>
  [
    ...(userName === null ? [] : [userName]),
    emailAddress ?? 'address hidden',
    role === null ? 'role hidden' : roleName(role).toLowerCase(),
    createdAt === null
      ? 'created at an unknown time'
      : `created ${exactTime(createdAt)}${createdBy === null ? '' : ` by ${createdBy}`}`,
  ].join(', ');
