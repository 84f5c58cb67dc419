import type { People } from '../people/people';
import type { AreaHandlers } from './handlers';

export const peopleHandlers = ({ list, access, details, find }: People): AreaHandlers<'people'> => ({
  'people.list': list,
  'people.access': access,
  'people.details': details,
  'people.find': find,
});
