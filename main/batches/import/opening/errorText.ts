/** What people read in the errors of this folder: what happened, and what to do. */
export const errorText = {
  arrivedNoLongerOpen: 'This file is no longer open. Drop it again, or use Import.',
  noLongerOpen: 'This file is no longer open. Select it again. Nothing was added.',
};
