/** What an admin sees when the app is connected; HubSpot places no card by itself, so it says how. */
export function connectedPage(done: {
  readonly portalId: string;
  readonly created: number;
  readonly problems: number;
}): string {
  const problems =
    done.problems === 0
      ? ""
      : `<p><strong>${done.problems} properties could not be created.</strong> The server's log names each with HubSpot's reason.</p>`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Medqual is connected</title></head>
<body>
<main>
<h1>Medqual is connected</h1>
<p>HubSpot account ${Number(done.portalId)}: ${done.created} properties were created, and every contact and deal is being read and decided now.</p>
${problems}
<h2>Next</h2>
<ol>
<li>In HubSpot, open a contact, choose <em>Customize record</em>, and add the card <em>Qualification</em> from the card library. Do the same on a deal.</li>
<li>Medqual starts in observe mode: it writes only its own fields until marketing and sales have both approved the playbook.</li>
</ol>
</main>
</body>
</html>`;
}
