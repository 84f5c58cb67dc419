import type { Invitee } from '../../shared/domain/invitation/invitation';

/** This many people, starting with this number; the same number is the same person. */
export const invitees = (count: number, from = 0): Invitee[] =>
  Array.from({ length: count }, (_, index) => ({
    emailAddress: `person.${String(from + index)}@agency.example`,
    userName: `Person ${String(from + index)}`,
    role: index % 4 === 0 ? 'admin' : 'viewer',
  }));
