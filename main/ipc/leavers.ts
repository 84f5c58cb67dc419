import type { Leavers } from '../leavers/leavers';
import type { AreaHandlers } from './handlers';

export const leaverHandlers = ({ plan, start, list, details }: Leavers): AreaHandlers<'leavers'> => ({
  'leavers.plan': ({ subject }) => plan(subject),
  'leavers.start': start,
  'leavers.list': list,
  'leavers.details': ({ leaverId }) => details(leaverId),
});
