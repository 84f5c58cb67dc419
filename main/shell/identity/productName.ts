/** The name of the app, as titles of windows and dialogs show it. */
export const productName = 'AMC Access Manager';
