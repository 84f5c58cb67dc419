import { useConnection } from '../../../queries/connections';
import { usePreview } from '../../../queries/redeem';
import type { WaitingLink } from '../../../../shared/domain/redeem/redeem';
import type { NextStep } from '../nextStep';

/**
 * Amazon's answer about one row. Amazon is asked when the row is shown, except for a link from outside the app: then once a
 * person asks.
 */
export function useRowPreview(
  { invitationId, connectionId, outcome }: WaitingLink,
  step: NextStep,
): ReturnType<typeof usePreview> & { readonly mayAsk: boolean } {
  const selected = useConnection(connectionId ?? undefined);
  const mayAsk =
    outcome === null && step.kind !== 'look' && step.kind !== 'connect' && selected?.state === 'signedIn';
  return { ...usePreview(invitationId, mayAsk ? selected : null), mayAsk };
}
