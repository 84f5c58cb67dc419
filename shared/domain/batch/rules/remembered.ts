/** How many answers are remembered, and how long a text may be, in characters, for what was answered to it. */
const maxEntries = 1000;
const maxLength = 200;

/** The same function, which remembers what it answered: a long list says few different things in some of its columns. */
export function remembered<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = answerTo(text);
    if (answers.size >= maxEntries) answers.clear();
    if (text.length <= maxLength) answers.set(text, answer);
    return answer;
  };
}
