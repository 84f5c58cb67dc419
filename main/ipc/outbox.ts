import type { Outbox } from '../outbox/outbox';
import type { AreaHandlers } from './handlers';

export const outboxHandlers = (outbox: Outbox): AreaHandlers<'outbox'> => ({
  'outbox.operations': (input) => outbox.operations(input),
});
