/** What the receiver shows in the browser. */
export type AnswerKind = 'arrived' | 'declined' | 'otherState' | 'linkUsed' | 'notFound';

const texts: Record<AnswerKind, { readonly title: string; readonly text: string }> = {
  arrived: {
    title: 'You can close this tab',
    text: 'The answer has reached AMC Access Manager. Go back to the app to continue.',
  },
  declined: {
    title: 'The sign-in was declined',
    text: 'Nothing has changed. Close this tab and go back to AMC Access Manager to try again.',
  },
  otherState: {
    title: 'This page belongs to another sign-in',
    text: 'AMC Access Manager is still waiting. Use the newest sign-in page, or start again in the app.',
  },
  linkUsed: {
    title: 'This link no longer works',
    text: 'A sign-in link works once, and a newer link replaces it. Go back to AMC Access Manager and copy the link again.',
  },
  notFound: {
    title: 'Nothing here',
    text: 'This address only receives the answer to a sign-in of AMC Access Manager.',
  },
};
export function answerPage(kind: AnswerKind): string {
  const { title, text } = texts[kind];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · AMC Access Manager</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 28rem; padding: 2rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
p { margin: 0; }
</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
}
