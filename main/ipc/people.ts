import type { People } from '../people/people';
import type { AreaHandlers } from './handlers';

export const peopleHandlers = ({ details, find }: People): AreaHandlers<'people'> => ({
  'people.details': details,
  'people.find': find,
});
