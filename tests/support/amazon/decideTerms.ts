/**
 * Does what a person with a browser does with a terms link of the sandbox: opens the page and presses a button.
 * @returns the page that is shown then
 * @throws Error if the page has no such button: the terms are accepted already, or the link has expired
 */
export async function decideTerms(termsUrl: string, decision: 'accept' | 'decline'): Promise<string> {
  const page = await (await fetch(termsUrl)).text();
  const action = /<form method="post" action="([^"]*)">/.exec(page)?.[1];
  if (action === undefined || !page.includes(`value="${decision}"`)) {
    throw new Error(`The terms page offers no button to ${decision}: ${page}`);
  }
  const body = new URLSearchParams({ decision });
  return (await fetch(new URL(action, termsUrl), { method: 'POST', body })).text();
}
