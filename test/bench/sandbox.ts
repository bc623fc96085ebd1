import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

// How large a portal the sandbox can be: seeding, reading and memory, measured from outside.
const contacts = Number(process.argv[2] ?? 100_000);
const pages = 200;
const perPage = 100;
const searchTurns = 15;
const properties = [
  "email,firstname,lastname,jobtitle,lifecyclestage,hs_lead_status,hubspot_owner_id,company,specialty",
  "organization_type,service_interest,number_of_providers,ehr_system,hs_analytics_source,country,state",
  "recent_conversion_event_name,recent_conversion_date,num_conversion_events,hs_buying_role",
].join(",");

const say = (text: string) => void process.stdout.write(`${text}\n`);
const started = performance.now();
const sandbox = spawn(process.execPath, ["--import", "tsx", "sandbox/main.ts"], {
  env: {
    ...process.env,
    SANDBOX_PORT: "0",
    SANDBOX_CONTACTS: String(contacts),
    SANDBOX_VARIABLES: JSON.stringify({ API_ORIGIN: "http://127.0.0.1:9" }),
  },
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  const url = await address(sandbox);
  const seededSeconds = (performance.now() - started) / 1_000;
  say(`${contacts} contacts seeded and served after ${seededSeconds.toFixed(1)} s`);
  // The limits go by the sandbox's clock: a fast one keeps them out of the way.
  await send(`${url}/sandbox/clock`, { method: "PATCH", body: { speed: 10_000 } });
  const read = await readAll(url);
  say(`list of ${perPage}, ${ms(read.list)}; batch read of ${perPage}, ${ms(read.batchRead)}`);
  const searches = await searchAll(url);
  for (const [name, times] of Object.entries(searches)) say(`search ${name}, ${ms(times)}`);
  const state = await send(`${url}/sandbox/state`, {});
  const memory = state["memory"] as { readonly rssMb: number; readonly peakMb: number };
  say(`memory ${memory.rssMb} MB, at most ${memory.peakMb} MB`);
  const figures = {
    contacts,
    records: state["records"],
    seededSeconds: rounded(seededSeconds),
    listMedianMs: rounded(quantile(read.list, 0.5)),
    listP95Ms: rounded(quantile(read.list, 0.95)),
    batchReadMedianMs: rounded(quantile(read.batchRead, 0.5)),
    batchReadP95Ms: rounded(quantile(read.batchRead, 0.95)),
    searchMedianMs: Object.fromEntries(
      Object.entries(searches).map(([name, times]) => [name, rounded(quantile(times, 0.5))]),
    ),
    ...memory,
  };
  say(`figures: ${JSON.stringify(figures)}`);
} finally {
  sandbox.kill("SIGTERM");
}

/** Goes through the contacts page by page, and reads each page's records again as a batch. */
async function readAll(url: string) {
  const list: number[] = [];
  const batchRead: number[] = [];
  let after = "";
  for (let turn = 0; turn < pages; turn += 1) {
    const query = `limit=${perPage}&properties=${properties}&associations=companies,deals${after}`;
    const page = await timed(list, `${url}/crm/objects/2026-09/contacts?${query}`, {});
    const results = page["results"] as readonly { readonly id: string }[];
    const body = { inputs: results.map(({ id }) => ({ id })), properties: properties.split(",") };
    await timed(batchRead, `${url}/crm/objects/2026-09/contacts/batch/read`, {
      method: "POST",
      body,
    });
    const paging = page["paging"] as { readonly next: { readonly after: string } } | undefined;
    after = paging === undefined ? "" : `&after=${paging.next.after}`;
  }
  return { list, batchRead };
}

/** Searches as an app makes them, each several times with a write in between. */
async function searchAll(url: string) {
  const contactsPath = `${url}/crm/objects/2026-09/contacts`;
  const [first] = (await send(`${contactsPath}?limit=1`, {}))["results"] as [{ id: string }];
  const since = new Date(Date.now() - 90 * 86_400_000).toISOString();
  const where = (propertyName: string, operator: string, value: string) => ({
    filterGroups: [{ filters: [{ propertyName, operator, value }] }],
  });
  const by = (propertyName: string, direction: string) => ({
    sorts: [{ propertyName, direction }],
  });
  const kinds: Readonly<Record<string, object>> = {
    "of all": {},
    "latest first": by("lastmodifieddate", "DESCENDING"),
    "created since": { ...where("createdate", "GTE", since), ...by("createdate", "ASCENDING") },
    "after an id": { ...where("hs_object_id", "GT", first.id), ...by("hs_object_id", "ASCENDING") },
    "of a stage": where("lifecyclestage", "EQ", "lead"),
    "for a word": { query: "smith" },
    "page 40": { ...by("lastmodifieddate", "DESCENDING"), after: "7800" },
  };
  const times: Record<string, number[]> = {};
  for (const [name, body] of Object.entries(kinds)) {
    const own: number[] = [];
    times[name] = own;
    for (let turn = 0; turn < searchTurns; turn += 1) {
      const write = { properties: { city: `Town ${turn}` } };
      await send(`${contactsPath}/${first.id}`, { method: "PATCH", body: write });
      await timed(own, `${contactsPath}/search`, { method: "POST", body: { ...body, limit: 200 } });
    }
  }
  return times;
}

type Options = { readonly method?: string; readonly body?: unknown };

async function timed(times: number[], url: string, options: Options) {
  const start = performance.now();
  const answer = await send(url, options);
  times.push(performance.now() - start);
  return answer;
}

async function send(url: string, { method = "GET", body }: Options) {
  const response = await fetch(url, {
    method,
    headers: { authorization: "Bearer sandbox-admin" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status}`);
  return (await response.json()) as Readonly<Record<string, unknown>>;
}

async function address({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("the sandbox has no output");
  const [line] = (await once(createInterface({ input: stdout }), "line")) as [string];
  return line.replace("sandbox portal: ", "");
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? NaN;
}

function ms(times: readonly number[]): string {
  return `median ${quantile(times, 0.5).toFixed(1)} ms`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
