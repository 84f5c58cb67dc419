/** On a Mac the keys have other names and Cmd takes the place of Ctrl. */
export const isMac = navigator.userAgent.includes('Macintosh');
