/** Max length of what people are called in signed files, in characters. */
export const maxSignerName = 80;
