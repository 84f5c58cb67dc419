import type { Person } from './people';

/** Agency lead: admin of most accounts, viewer of the others. */
export const dana: Person = {
  userId: 'amzn1.account.SANDBOXDANAWHITFIELD',
  identity: 'dana',
  name: 'Dana Whitfield',
  email: 'dana.whitfield@northwind-media.example',
  about: 'Agency lead. Admin of most sample accounts.',
};

/** Agency planner: viewer wherever she is. */
export const priya: Person = {
  userId: 'amzn1.account.SANDBOXPRIYARAMAN',
  identity: 'priya',
  name: 'Priya Raman',
  email: 'priya.raman@northwind-media.example',
  about: 'Agency planner. Viewer of some sample accounts.',
};

/** Invited, and nowhere a member yet. */
export const sam: Person = {
  userId: 'amzn1.account.SANDBOXSAMOKAFOR',
  identity: 'sam',
  name: 'Sam Okafor',
  email: 'sam.okafor@brightside-foods.example',
  about: 'Invited to an account, member of none yet.',
};

export const samplePeople: readonly Person[] = [dana, priya, sam];
