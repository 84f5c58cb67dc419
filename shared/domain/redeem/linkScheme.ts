/** The scheme of the app's links, as in `amc-access://redeem/…`; package.json and electron-builder.yml name it too. */
export const linkScheme = 'amc-access';
