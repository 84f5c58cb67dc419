/**
 * The value of a JSON file's text. Editors on Windows may write a byte order mark, which isn't part of JSON.
 * @throws SyntaxError
 */
export const parseJsonFile = (text: string): unknown => JSON.parse(text.replace(/^\uFEFF/, ''));
