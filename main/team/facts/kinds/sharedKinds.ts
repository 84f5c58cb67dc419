import { activityKind } from './activity';
import { confirmationKind } from './confirmation';
import { erasureKind } from './erasure';
import { instanceTickKind } from './instanceTick';
import { invitationKind } from './invitation';
import { memberEventKind } from './memberEvent';
import { plannedInstancesKind } from './plannedInstances';
import type { SharedKind } from './sharedKind';

/** The kinds that this program shares and reads. A new one: its file here, its name in `factKinds`, an entry below. */
export const sharedKinds: readonly SharedKind[] = [
  activityKind,
  invitationKind,
  memberEventKind,
  plannedInstancesKind,
  instanceTickKind,
  confirmationKind,
  erasureKind,
];
