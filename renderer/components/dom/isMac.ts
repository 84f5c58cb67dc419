/** On a Mac the keys have other names and Cmd replaces Ctrl. */
export const isMac = navigator.userAgent.includes('Macintosh');
