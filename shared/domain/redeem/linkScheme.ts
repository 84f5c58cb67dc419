/** The scheme of the app's links, as in `amc-access://redeem/…`; package.json and electron-builder.yml name it too. */
export const linkScheme = 'amc-access';

/** How readable links begin, as a regular expression: web links, and the app's own. */
export const readSchemes = `(?:https?|${linkScheme})`;

const ours = new RegExp(`amazon|${linkScheme}`, 'i');

/** Whether a text claims to be Amazon's or ours. */
export const posesAsOurs = (text: string): boolean => ours.test(text);
