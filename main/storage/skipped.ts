/** Whether an operation wasn't sent because it isn't needed, in SQL; see `shownStatus`. Never null. */
export const isSkipped = `(status = 'failed' AND error ->> 'code' IN ('ALREADY_INVITED', 'ALREADY_DONE'))`;

/** Whether a person stopped an operation before it was sent, in SQL; see `shownStatus`. Never null. */
export const isStopped = `(status = 'failed' AND ifnull(error ->> 'code', '') = 'NOT_SENT')`;

/** The status of an operation as it is shown, in SQL. */
export const shownStatusColumn = `CASE WHEN ${isSkipped} THEN 'skipped' WHEN ${isStopped} THEN 'stopped' ELSE status END`;
