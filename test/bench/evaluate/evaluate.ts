import { loadavg } from "node:os";
import { evaluateContact } from "../../../src/evaluate.ts";
import type { ContactFacts } from "../../../src/facts/contact-facts.ts";
import { judgePortal, verdictKinds } from "../../../src/portal/judge-portal.ts";
import { bytesOf, collectColumns } from "../../../src/portal/portal-columns.ts";
import { countedSignals } from "../../../src/scoring/counted-signals.ts";
import { scoreFit } from "../../../src/scoring/fit.ts";
import { scoreIntent } from "../../../src/scoring/intent.ts";
import { judgeMql } from "../../../src/verdict/mql.ts";
import { benchContact } from "./bench-contacts.ts";
import { benchPlaybook as playbook } from "./bench-playbook.ts";
import { plainFacts, rulesEngine } from "./rules-engine.ts";

// How fast the definition is: one decision with its full explanation beside a general rule engine on the
// same forty rules, and a whole portal judged from memory. One process, one core, several rounds of each.
const contacts = Number(process.argv[2] ?? 1_000_000);
const rounds = 7;
const now = Date.UTC(2026, 10, 24, 15);
// Few enough to stay in the processor's cache, where facts are that were read just now.
const sample = Array.from({ length: 200 }, (_, i) => benchContact(i, now, 0.8));
const engine = rulesEngine([...playbook.fit.criteria, ...playbook.intent.criteria]);
const say = (text: string) => void process.stdout.write(`${text}\n`);

await checkSamePoints();
const [ours, scored, theirs] = await alternate([
  () => often(() => decide(sample)),
  () => often(() => score(sample)),
  () => runRules(sample),
]);
say(
  `load of the machine: ${loadavg()
    .map((each) => each.toFixed(1))
    .join(" ")}`,
);
say(`a whole decision, committee, checklist, handoff and wake-up too: ${rate(ours)} contacts/s`);
say(`the forty rules and the verdict, explained: ${rate(scored)} contacts/s`);
say(`json-rules-engine, the same forty rules: ${rate(theirs)} contacts/s`);
say(`ratios: ${ratio(ours, theirs)} and ${ratio(scored, theirs)} (aim: at least 50)`);

const before = process.memoryUsage();
const started = performance.now();
const collected = collectColumns();
for (let i = 0; i < contacts; i += 1) collected.add(benchContact(i, now, 0.8), null);
const columns = collected.taken();
const collectSeconds = (performance.now() - started) / 1_000;
const bytes = bytesOf(columns) / contacts;
const grown = process.memoryUsage().rss - before.rss;
say(`${contacts} contacts invented and collected in ${collectSeconds.toFixed(1)} s`);
say(
  `memory per contact: ${bytes.toFixed(1)} bytes in columns; process grew by ${Math.round(grown / 2 ** 20)} MB`,
);

const judged = judgePortal(columns, playbook, now);
const [portal] = await alternate([
  () => {
    judged(0, contacts);
    return contacts;
  },
]);
const { verdicts } = judged(0, contacts);
const counts = verdictKinds.map((kind, code) => [kind, verdicts.filter((v) => v === code).length]);
say(`fit, intent and verdict of the portal: ${rate(portal)} contacts/s (aim: at least 1,000,000)`);
say(`verdicts: ${counts.map(([kind, count]) => `${kind} ${count}`).join(", ")}`);

const figures = {
  decisionsPerSecond: Math.round(ours),
  rulesEnginePerSecond: Math.round(theirs),
  scoresPerSecond: Math.round(scored),
  ratioOfDecisions: Number(ratio(ours, theirs)),
  ratioOfScores: Number(ratio(scored, theirs)),
  contacts,
  portalPerSecond: Math.round(portal),
  bytesPerContact: Math.round(bytes * 10) / 10,
};
say(`figures: ${JSON.stringify(figures)}`);

/** Both must give the same points where everything is known, or the comparison means nothing. */
async function checkSamePoints(): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    const contact = benchContact(i, now, 1);
    const { events } = await engine.run(plainFacts(contact));
    const expected = events.reduce((sum, { params }) => sum + Number(params?.["points"]), 0);
    const { fit, intent } = evaluateContact({ ...contact, signals: [] }, null, moment());
    const lines = [...fit.contributions, ...intent.contributions].filter(({ id }) => id !== "cap");
    const points = lines.reduce((sum, line) => sum + line.points, 0);
    if (points !== expected) throw new Error(`Contact ${i}: ${points} points and ${expected}.`);
  }
}

function moment() {
  return { playbook, now, offersFrom: now };
}

/** Long enough to be measured. */
function often(run: () => number): number {
  let done = 0;
  for (let pass = 0; pass < 50; pass += 1) done += run();
  return done;
}

/** Contacts decided; the sum keeps the work from being optimised away. */
function decide(all: readonly ContactFacts[]): number {
  let reasons = 0;
  for (const contact of all) reasons += evaluateContact(contact, null, moment()).reasons.length;
  if (reasons === 0) throw new Error("Decisions have reasons.");
  return all.length;
}

async function runRules(all: readonly ContactFacts[]): Promise<number> {
  for (const contact of all) await engine.run(plainFacts(contact));
  return all.length;
}

/** Fit, intent and verdict with all their lines, and nothing of the rest of a decision. */
function score(all: readonly ContactFacts[]): number {
  let lines = 0;
  for (const contact of all) {
    const signals = countedSignals(contact.signals, null);
    const fit = scoreFit(contact, playbook);
    const { profile, properties, exclusions, contactable, source, domainVerified } = contact;
    const intent = scoreIntent({ profile, properties, signals }, playbook, now);
    const verdict = judgeMql({
      exclusions,
      contactable,
      source,
      domainVerified,
      fit,
      confirmedFit: fit,
      intent,
      signals,
    });
    lines +=
      fit.contributions.length + intent.contributions.length + Number(verdict.kind === "hold");
  }
  if (lines === 0) throw new Error("Scores have lines.");
  return all.length;
}

/**
 * Contacts per second of processor time, the median of several rounds. Contenders take turns, so that
 * what else the machine does hits all of them; the first round only warms up.
 */
async function alternate<const T extends readonly (() => number | Promise<number>)[]>(
  contenders: T,
) {
  const rates = contenders.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [i, run] of contenders.entries()) {
      const begun = process.cpuUsage();
      const done = await run();
      const { user, system } = process.cpuUsage(begun);
      if (round > 0) rates[i]?.push((done / (user + system)) * 1_000_000);
    }
  }
  return rates.map(median) as unknown as { readonly [K in keyof T]: number };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function rate(perSecond: number): string {
  return Math.round(perSecond).toLocaleString("en");
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(1);
}
