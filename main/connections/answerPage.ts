/** What the browser shows after it has brought an answer to the app. */
export type AnswerKind = 'arrived' | 'declined' | 'otherState' | 'notFound';

const words: Record<AnswerKind, { readonly title: string; readonly text: string }> = {
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
  notFound: {
    title: 'Nothing here',
    text: 'This address only receives the answer to a sign-in of AMC Access Manager.',
  },
};

/** A self-contained page of fixed text: nothing of the request is repeated in it. */
export function answerPage(kind: AnswerKind): string {
  const { title, text } = words[kind];
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
