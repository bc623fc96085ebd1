import { Client } from "@hubspot/api-client";
import { giveConsent } from "../../../demo/give-consent.ts";
import { authorizeUrl } from "../../../server/hubspot/oauth.ts";
import { evaluateContact } from "../../../src/evaluate.ts";
import { allowedProperties } from "../../../src/facts/allow-list.ts";
import { readContactFacts } from "../../../src/facts/read-contact-facts.ts";
import { readSignals } from "../../../src/facts/read-signals.ts";
import type { RecordSnapshot } from "../../../src/facts/snapshot.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import { projectContact } from "../../../src/projection/project.ts";
import type { Cost } from "./back-fill.ts";
import { countCalls } from "./calls.ts";
import { type Report, rounded } from "./figures.ts";
import { credentials } from "./sandbox-process.ts";
import type { System } from "./system.ts";

const slice = 300;

type Found = { readonly id: string; readonly properties: Readonly<Record<string, string | null>> };

/**
 * The same work as people write it with HubSpot's SDK: contacts page by page, and for each its
 * company, a decision, a write. The SDK's own retries meet the 429s; the budget is the same.
 */
export async function baseline(system: System, report: Report, ours: Cost): Promise<void> {
  const { door } = system;
  report.say(`One record at a time, with HubSpot's SDK: ${slice} contacts`);
  const client = new Client({
    basePath: door.url,
    accessToken: await accessToken(system),
    numberOfApiCallRetries: 6, // the most it allows
  });
  const before = door.calls.length;
  const startedAt = performance.now();
  const done = await work(client);
  const seconds = (performance.now() - startedAt) / 1_000;
  const { main, refused } = countCalls(door.calls.slice(before));
  const calls = main / done;
  report.say(
    `  ${main} calls, ${refused} of them answered with 429, in ${seconds.toFixed(1)} s: ` +
      `${calls.toFixed(2)} calls and ${((1_000 * seconds) / done).toFixed(0)} ms a contact`,
  );
  report.say(
    `  the back-fill: ${rounded(ours.calls / ours.contacts)} calls and ` +
      `${rounded((1_000 * ours.seconds) / ours.contacts)} ms a contact, deals and companies included`,
  );
  report.add({
    name: "calls a contact, one at a time against the back-fill",
    value: calls / (ours.calls / ours.contacts),
    unit: "×",
  });
  report.add({
    name: "time a contact, one at a time against the back-fill",
    value: seconds / done / (ours.seconds / ours.contacts),
    unit: "×",
  });
}

async function work(client: Client): Promise<number> {
  const { contacts, companies } = client.crm;
  const allowed = allowedProperties(hybridPlaybook);
  const playbook = hybridPlaybook;
  let done = 0;
  let after: string | undefined;
  do {
    const page = await contacts.basicApi.getPage(100, after, [...allowed.contacts]);
    for (const contact of page.results) {
      const companyId = contact.properties["associatedcompanyid"];
      const company = companyId
        ? snapshot(await companies.basicApi.getById(companyId, [...allowed.companies]))
        : null;
      const record = snapshot(contact);
      const now = Date.now();
      const signals = readSignals(record, playbook, now);
      const facts = readContactFacts(
        { contact: record, company, people: [record], signals },
        playbook,
      );
      const decision = evaluateContact(facts, null, { playbook, now, offersFrom: null });
      const properties = projectContact(decision, facts, { playbook, mode: "observe", now });
      await contacts.basicApi.update(contact.id, { properties });
      done += 1;
      if (done === slice) return done;
    }
    after = page.paging?.next?.after;
  } while (after !== undefined);
  return done;
}

function snapshot({ id, properties }: Found): RecordSnapshot {
  return { id, properties };
}

/** A second grant of the same app: its calls draw on the same budget. */
async function accessToken({ url, sandbox }: System): Promise<string> {
  const { clientId, clientSecret } = credentials;
  const redirectUri = `${url}/oauth/callback`;
  const link = { appBase: sandbox.url, clientId, redirectUri, state: "baseline" };
  const callback = new URL(await giveConsent(authorizeUrl(link)));
  const client = new Client({ basePath: sandbox.url });
  const { accessToken: token } = await client.oauth.tokensApi.create(
    "authorization_code",
    callback.searchParams.get("code") ?? "",
    redirectUri,
    clientId,
    clientSecret,
  );
  return token;
}
