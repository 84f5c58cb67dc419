import { answerPageText } from './answerPageText';
/** What the receiver shows in the browser. */
export type AnswerKind = 'arrived' | 'declined' | 'otherState' | 'linkUsed' | 'notFound';

const texts: Record<AnswerKind, { readonly title: string; readonly text: string }> = {
  arrived: {
    title: answerPageText.arrivedTitle,
    text: answerPageText.arrived,
  },
  declined: {
    title: answerPageText.declinedTitle,
    text: answerPageText.declined,
  },
  otherState: {
    title: answerPageText.otherStateTitle,
    text: answerPageText.otherState,
  },
  linkUsed: {
    title: answerPageText.linkUsedTitle,
    text: answerPageText.linkUsed,
  },
  notFound: {
    title: answerPageText.notFoundTitle,
    text: answerPageText.notFound,
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
