import type { Person } from './people';

/** Agency lead: admin of most accounts, viewer of the others. */
export const dana: Person = {
  userId: 'amzn1.account.SANDBOXDANAWHITFIELD',
  adsUserId: 'ads-user-q7k2m',
  identity: 'dana',
  name: 'Dana Whitfield',
  email: 'dana.whitfield@northwind-media.example',
  about: 'Agency lead. Admin of most sample accounts.',
  signsIn: true,
};

/** Agency planner: viewer in all her accounts. */
export const priya: Person = {
  userId: 'amzn1.account.SANDBOXPRIYARAMAN',
  adsUserId: 'ads-user-v3t8c',
  identity: 'priya',
  name: 'Priya Raman',
  email: 'priya.raman@northwind-media.example',
  about: 'Agency planner. Viewer of some sample accounts.',
  signsIn: true,
};

/** Invited, and not a member anywhere yet. */
export const sam: Person = {
  userId: 'amzn1.account.SANDBOXSAMOKAFOR',
  adsUserId: 'ads-user-h5x1d',
  identity: 'sam',
  name: 'Sam Okafor',
  email: 'sam.okafor@brightside-foods.example',
  about: 'Invited to an account, member of none yet.',
  signsIn: true,
};

/** Agency director: a second admin of every other account. */
export const leo: Person = {
  userId: 'amzn1.account.SANDBOXLEOBRANDT',
  adsUserId: 'ads-user-n9w4f',
  identity: 'leo',
  name: 'Leo Brandt',
  email: 'leo.brandt@northwind-media.example',
  about: 'Agency director. Admin of half of the sample accounts.',
  signsIn: true,
};

/** A person who signs in with the wrong login: no account, no invitation. */
const alex: Person = {
  userId: 'amzn1.account.SANDBOXALEXMOREAU',
  adsUserId: 'ads-user-b6r0z',
  identity: 'alex',
  name: 'Alex Moreau',
  email: 'alex.moreau@post.example',
  about: 'A private Amazon account. No access to anything.',
  signsIn: true,
};

export const samplePeople: readonly Person[] = [dana, priya, sam, leo, alex];
