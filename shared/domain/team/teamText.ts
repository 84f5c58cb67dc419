import type { ColleagueInvitation } from './colleagueInvitation';

/** Who did something, at the beginning of a sentence. */
export const colleagueName = ({ who, isOwn }: Pick<ColleagueInvitation, 'who' | 'isOwn'>): string =>
  isOwn ? 'Another of your computers' : who;
