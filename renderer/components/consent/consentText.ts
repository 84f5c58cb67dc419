/** What people read in components/consent. */
export const consentText = {
  close: 'Close',
  notWhatYouAgreedTo: 'Not what you agreed to anymore',
  ifAmazonsAnswerIsLost: 'If Amazon’s answer is lost',
  askMe: 'Ask me',
  theAppReadsAmazonsList:
    'The app reads Amazon’s list about a minute later. What the list does not settle waits for you under Operations.',
  sendAgainWhenAmazonsList: 'Send again when Amazon’s list clearly lacks it',
  afterTwoCompleteReadingsThat:
    'After two complete readings that do not show it, at most twice. Everything less clear waits for you.',
  chooseWhetherAmazonSendsAn: 'Choose whether Amazon sends an e-mail.',
  howWillTheyHearOf: 'How will they hear of it?',
  amazonSendsTheEmail: 'Amazon sends the e-mail',
  eachPersonGetsAmazonsOwn: 'Each person gets Amazon’s own invitation e-mail at the address given.',
  noEmailIWillShare: 'No e-mail: I will share links',
  amazonStaysSilentYouPass: 'Amazon stays silent. You pass each invitation on yourself.',
};
