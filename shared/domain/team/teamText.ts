import type { ColleagueInvitation } from './colleagueInvitation';

/** Who made an invitation, at the beginning of a sentence. */
export const inviterName = ({ who, isOwn }: Pick<ColleagueInvitation, 'who' | 'isOwn'>): string =>
  isOwn ? 'Another of your computers' : who;
