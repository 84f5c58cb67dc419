import type { RedeemPreview } from '../../shared/domain/redeem/redeem';
import type { Actor, NewEntry } from '../activity/activity';

/** The activity entry of one redeeming; what Amazon hasn't said stays empty. */
export const redeemEntry = ({
  preview,
  requestId,
  ...facts
}: Actor &
  Pick<NewEntry, 'at' | 'realm' | 'invitationId' | 'result' | 'detail' | 'code'> & {
    readonly preview: RedeemPreview | null;
    readonly requestId: string | null;
  }): NewEntry => ({
  ...facts,
  action: 'redeem',
  accountId: preview?.accountId ?? '',
  accountName: preview?.accountName ?? '',
  emailAddress: preview?.emailAddress ?? '',
  userName: preview?.userName ?? '',
  role: preview?.role ?? '',
  userId: null,
  operationId: null,
  amazonRequestId: requestId,
});
