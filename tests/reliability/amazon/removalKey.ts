/** How a removal is named. */
export const removalKey = (userId: string, accountId: string): string => `remove ${userId} from ${accountId}`;
