import { activityKind } from './activity';
import { invitationKind } from './invitation';
import { memberEventKind } from './memberEvent';
import type { SharedKind } from './sharedKind';

/** The kinds that this program shares and reads. A new one: its file here, its name in `factKinds`, an entry below. */
export const sharedKinds: readonly SharedKind[] = [activityKind, invitationKind, memberEventKind];
