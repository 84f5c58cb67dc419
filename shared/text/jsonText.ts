/**
 * The value of a JSON file's text. Editors on Windows begin a file with a byte order mark, which is no part of JSON.
 * @throws SyntaxError
 */
export const jsonOfFile = (text: string): unknown => JSON.parse(text.replace(/^\uFEFF/, ''));
