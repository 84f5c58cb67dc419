/** The scheme of the app's links, as in `amc-access://redeem/…`; package.json and electron-builder.yml name it too. */
export const linkScheme = 'amc-access';

/** How links begin that the app reads, as the source of a pattern: the web's, and its own. */
export const readSchemes = `(?:https?|${linkScheme})`;

const ours = new RegExp(`amazon|${linkScheme}`, 'i');

/** Whether a text poses as Amazon's or as one of ours. */
export const posesAsOurs = (text: string): boolean => ours.test(text);
