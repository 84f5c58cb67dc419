import { formatNumber } from '../../../shared/text/formats';

/** What a person reads around the observations. */
export const observationsText = {
  explanation: [
    'What Amazon’s answers looked like since the app started: status codes, names of headers, and shapes of bodies.',
    'No value of an answer is in it. Texts are patterns: a letters, A capitals, x both, 9 digits, L other letters, then how many.',
  ],
  none: 'No answer was seen since the app started.',
  leftOut: (answers: number) => `Not kept, for lack of room: ${formatNumber(answers)} answers`,
  incomplete: 'Shapes are incomplete, for lack of room.',
};
