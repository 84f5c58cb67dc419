/** What people read at the rows of a batch that somebody answered. */
export const approvingText = {
  removed: (by: string, note: string): string =>
    note === '' ? `${by} removed this row from what is approved.` : `${by} removed this row: ${note}`,
  comment: (by: string, note: string): string => `${by}: ${note}`,
};
