import type { ColleagueInvitation } from './colleagueInvitation';

/** Who did something, at the beginning of a sentence. */
export const colleagueName = ({ who, isOwn }: Pick<ColleagueInvitation, 'who' | 'isOwn'>): string =>
  isOwn ? 'Another of your computers' : who;

/** Why nothing is sent in shared accounts while the team's rules are of a newer version of the app. */
export const unreadableRulesText = 'Your team set a rule this version can’t read. Update AMC Access Manager.';
