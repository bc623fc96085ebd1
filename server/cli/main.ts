#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { cac } from "cac";
import { readOperatorConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import { type Connected, connect } from "./connect.ts";
import { follow } from "./follow.ts";
import { playbookCommand } from "./playbook-command.ts";
import * as print from "./print.ts";

/** What a person does wrong ends with 2, what goes wrong with 1. */
class UsageError extends Error {}

type Options = {
  readonly json?: boolean;
  readonly follow?: boolean;
  readonly yes?: boolean;
  readonly limit?: string | number;
  readonly dataDir?: string;
};

const out = (text: string) => void process.stdout.write(`${text}\n`);
const cli = cac("medqual");
cli.option("--json", "Print what a program can read");
cli.option("--data-dir <folder>", "Data folder of the server (MEDQUAL_DATA_DIR)");

cli
  .command("status [portal]", "How each portal is: state, mode, contacts, progress, problems")
  .action((portal: unknown, options: Options) =>
    shown(options, ({ ask }) => ask("status", portalOf(portal)), print.status),
  );
cli
  .command("queues [portal]", "What waits, by step and lane, and how long the oldest has been due")
  .action((portal: unknown, options: Options) =>
    shown(options, ({ ask }) => ask("queues", portalOf(portal)), print.queues),
  );
cli
  .command("budgets [portal]", "Call budgets: the pace, what HubSpot last said, what is used")
  .action((portal: unknown, options: Options) =>
    shown(options, ({ ask }) => ask("budgets", portalOf(portal)), print.budgets),
  );
cli
  .command("parked [portal]", "Records given up, with the reason")
  .option("--limit <count>", "At most so many", { default: 100 })
  .action((portal: unknown, options: Options) =>
    shown(
      options,
      ({ ask }) => ask("parked", { ...portalOf(portal), limit: Number(options.limit) }),
      print.parked,
    ),
  );
cli
  .command("retry <portal> [type] [id]", "Take parked records up again: one, of one type, or all")
  .example("medqual retry 4711 contacts 151")
  .action((portal: unknown, objectType: unknown, objectId: string | undefined, options: Options) =>
    shown(
      options,
      ({ ask }) =>
        ask("retry", {
          portalId: idOf(portal),
          ...(objectType !== undefined && { objectType: typeOf(objectType) }),
          ...(objectId !== undefined && { objectId }),
        }),
      ({ retried }) => `${retried} taken up again.`,
    ),
  );
for (const [name, what] of [
  ["rescore", "Decide every record again from what is stored; only what differs is written"],
  ["resync", "Read every record again from HubSpot, and decide it"],
] as const)
  cli
    .command(`${name} <portal>`, what)
    .option("--no-follow", "Do not wait for the end")
    .action((portal: unknown, options: Options) =>
      withMedqual(options, async (medqual) => {
        const begun = await medqual.ask(name, { portalId: idOf(portal) });
        if (options.follow === false || !medqual.isWorked) {
          const when = medqual.isWorked ? "It goes on by itself." : "It begins with the server.";
          out(options.json ? JSON.stringify(begun) : `The ${name} is begun. ${when}`);
          return;
        }
        const last = await follow(medqual, begun.portalId, options.json ? null : process.stderr);
        out(
          options.json ? JSON.stringify({ ...begun, ...last }) : print.ended({ ...begun, ...last }),
        );
      }),
    );
cli
  .command("replay <file>", "Take a saved webhook body in once more, as if HubSpot had sent it")
  .action((file: unknown, options: Options) =>
    shown(options, ({ ask }) => ask("replay", { body: readText(file) }), print.taken),
  );
cli
  .command("purge <portal>", "Forget a disconnected portal for good, with a proof")
  .option("--yes", "Say that you mean it")
  .action((portal: unknown, options: Options) => {
    if (!options.yes)
      throw new UsageError("This cannot be undone. Say --yes if the portal may be forgotten.");
    return shown(options, ({ ask }) => ask("purge", { portalId: idOf(portal) }), print.removed);
  });
playbookCommand(cli, { out, readText, withMedqual, usage: (text) => new UsageError(text), idOf });
cli.help();

try {
  cli.parse(process.argv, { run: false });
  if (cli.matchedCommand) await cli.runMatchedCommand();
  else if (cli.options["help"] !== true) {
    cli.outputHelp();
    if (cli.args.length > 0) throw new UsageError(`There is no command ${cli.args[0]}.`);
  }
} catch (error) {
  process.exitCode = isUsage(error) ? 2 : 1;
  const isExpected = isUsage(error) || error instanceof AppError;
  process.stderr.write(`${isExpected ? (error as Error).message : (error as Error).stack}\n`);
}

function isUsage(error: unknown): boolean {
  return error instanceof UsageError || (error as Error).name === "CACError";
}

async function withMedqual(
  { dataDir }: { readonly dataDir?: string },
  use: (medqual: Connected) => Promise<void>,
): Promise<void> {
  const config = readOperatorConfig(process.env);
  const medqual = await connect({ ...config, ...(dataDir && { dataDir }) });
  try {
    await use(medqual);
  } finally {
    await medqual.close();
  }
}

async function shown<A>(
  options: Options,
  ask: (medqual: Connected) => Promise<A>,
  inWords: (answer: A) => string,
): Promise<void> {
  await withMedqual(options, async (medqual) => {
    const answer = await ask(medqual);
    out(options.json ? JSON.stringify(answer, null, 2) : inWords(answer));
  });
}

function portalOf(portal: unknown): { readonly portalId?: string } {
  return portal === undefined ? {} : { portalId: idOf(portal) };
}

function idOf(portal: unknown): string {
  const id = String(portal);
  if (!/^\d{1,20}$/u.test(id)) throw new UsageError(`${id} is no portal id: those are numbers.`);
  return id;
}

function typeOf(type: unknown): "contacts" | "companies" | "deals" {
  const found = (["contacts", "companies", "deals"] as const).find((each) => each === type);
  if (!found) throw new UsageError(`${String(type)} is none of contacts, companies, deals.`);
  return found;
}

function readText(file: unknown): string {
  try {
    return readFileSync(file === "-" ? 0 : String(file), "utf8");
  } catch (cause) {
    throw new UsageError(`${String(file)} cannot be read: ${(cause as Error).message}`);
  }
}
