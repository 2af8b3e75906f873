// The one page for people outside of chat: what this program is, whose it is, and what becomes of data. Teams asks each app for its address.

/** The page's own rules: nothing is loaded, nothing runs, nobody frames it. */
export const ABOUT_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

export const ABOUT = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>About Mentor</title>
<style>
body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1.25rem; }
h1, h2 { line-height: 1.25; }
h2 { margin-top: 2rem; }
code { font-size: 1em; }
</style>
</head>
<body>
<main>
<h1>About Mentor</h1>
<p>Mentor is a chat bot that runs a mentoring scheme for technical staff, inside Slack and Microsoft Teams. This one is run by your own organisation. Write <code>help</code> to it in chat: it says what the scheme is, who its co-ordinators are, and whom else you can talk to.</p>
<h2 id="privacy">Your data</h2>
<p>What you write to the bot is kept where your organisation runs it, with free text encrypted. Each question says who can read the answer, and that decides where the answer is kept. What two people in a pairing write to each other is theirs; co-ordinators see dates and counts. Line managers are shown nothing. Nothing is kept for ever: the times are set by the scheme. Write <code>me</code> to the bot to see what is kept about you, and to leave.</p>
<h2 id="terms">Taking part</h2>
<p>Taking part is voluntary and costs nothing. You can pause or leave at any time without giving a reason. Mentor is free software under the MIT licence and comes without warranty; your organisation’s rules for its chat tools apply here too.</p>
</main>
</body>
</html>
`;
