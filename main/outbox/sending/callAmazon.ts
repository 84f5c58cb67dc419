import { toErrorBody } from '../../../shared/errors';
import { AdsError } from '../../amazonAds/adsError';
import type { AdsClient } from '../../amazonAds/client/client';
import { sendCreate, sendUpdate } from '../../amazonAds/invitations/invitationChanges';
import { sendRemoval, sendRoleChange } from '../../amazonAds/users/userChanges';
import { doubt, settleAll, settleCreate, settleMembers, settleUpdate, unclaimedIn } from './interpretAnswer';
import type { Ending } from './applyOutcome';
import type { JournalOperation, JournalRequest } from '../journal/append';
import type { Answer } from '../journal/write';
import { notTaken, type NotTaken } from '../../amazonAds/notTaken';
import { obstacleOf } from './lanes/obstacle';
import type { OutboxDeps } from '../deps';
import { sendingErrorText } from './sendingErrorText';

/** The result of a call: how its operations ended, or why it wasn't accepted. */
export type Exchange = { readonly ending: Ending; readonly answer: Answer } | { readonly notTaken: NotTaken };

/** Makes the call, once. Never rejects. */
export async function callAmazon(
  { clientOf }: Pick<OutboxDeps, 'clientOf'>,
  request: JournalRequest,
): Promise<Exchange> {
  let client: AdsClient;
  try {
    client = await clientOf(request.connectionId);
  } catch (thrown) {
    return withoutAnswer(request.operations, thrown, true);
  }
  try {
    return await answered(client, request);
  } catch (thrown) {
    const certain = thrown instanceof AdsError && thrown.outcome !== 'unknown';
    return withoutAnswer(request.operations, thrown, certain);
  }
}

/** @param certain whether it is certain that nothing changed at Amazon */
function withoutAnswer(operations: readonly JournalOperation[], thrown: unknown, certain: boolean): Exchange {
  const why = certain ? whyLater(thrown) : null;
  if (why !== null) return { notTaken: why };
  const error = isRefusedAsAWhole(thrown)
    ? { ...toErrorBody(thrown), message: refusedAsAWhole }
    : toErrorBody(thrown);
  const settlements = certain
    ? settleAll(operations, 'failed', error)
    : settleAll(operations, 'inDoubt', doubt(error.code, error));
  const answer = {
    httpStatus: thrown instanceof AdsError ? thrown.httpStatus : undefined,
    amazonRequestId: error.requestId,
  };
  return { ending: { settlements, invitations: [], amazonRequestId: error.requestId }, answer };
}

/** What certainly wasn't sent is sent later, unless its connection no longer exists. */
function whyLater(thrown: unknown): NotTaken | null {
  if (thrown instanceof AdsError) return notTaken(thrown, 'change');
  const obstacle = obstacleOf(thrown);
  return 'why' in obstacle ? obstacle.why : null;
}

/** Amazon does so in accounts that accept no changes to users (amazon-api §1), and may for other reasons. */
const isRefusedAsAWhole = (thrown: unknown): boolean =>
  thrown instanceof AdsError && thrown.httpStatus === 400 && thrown.outcome !== 'unknown';

const refusedAsAWhole = sendingErrorText.refusedAsAWhole;

async function answered(client: AdsClient, request: JournalRequest): Promise<Exchange> {
  const { operation, accountId, body, operations } = request;
  switch (operation) {
    case 'CreateUserInvitations': {
      const answered = await sendCreate(client, accountId, body);
      return ended(answered, settleCreate(operations, answered), answered.successes, unclaimedIn(answered));
    }
    case 'UpdateUserInvitations': {
      const answered = await sendUpdate(client, accountId, body);
      return ended(answered, settleUpdate(operations, answered), []);
    }
    case 'UpdateUserPermissions': {
      const answered = await sendRoleChange(client, accountId, body);
      return ended(answered, settleMembers(operations, answered), []);
    }
    case 'DeleteUserPermissions': {
      const answered = await sendRemoval(client, accountId, body);
      return ended(answered, settleMembers(operations, answered), []);
    }
  }
}

function ended(
  { httpStatus, requestId }: { readonly httpStatus: number; readonly requestId: string | undefined },
  settlements: Ending['settlements'],
  invitations: Ending['invitations'],
  unclaimedIds: readonly string[] = [],
): Exchange {
  return {
    ending: { settlements, invitations, amazonRequestId: requestId },
    answer: { httpStatus, amazonRequestId: requestId, unclaimedIds },
  };
}
