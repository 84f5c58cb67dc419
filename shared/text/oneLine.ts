/** A text in one line: its lines without the blanks at their ends and without empty ones, with `joint` between them. */
export const oneLine = (text: string, joint = ' '): string =>
  /[\r\n]/.test(text)
    ? text
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(joint)
    : text;
