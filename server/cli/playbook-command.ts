import type { CAC } from "cac";
import { diffPlaybooks } from "../../src/playbook/diff/diff-playbooks.ts";
import { isPublishable } from "../../src/playbook/check/check-playbook.ts";
import { AppError } from "../errors.ts";
import { playbookSchema } from "../playbook/playbook-schema.ts";
import { readPlaybookYaml, schemaPath, writePlaybookYaml } from "../playbook/playbook-yaml.ts";
import type { Connected } from "./connect.ts";
import { problems } from "./print.ts";

type Options = {
  readonly json?: boolean;
  readonly replace?: boolean;
  readonly version?: string | number;
  readonly dataDir?: string;
};
type Around = {
  readonly out: (text: string) => void;
  readonly readText: (file: unknown) => string;
  readonly idOf: (portal: unknown) => string;
  readonly usage: (text: string) => Error;
  readonly withMedqual: (
    options: Options,
    use: (medqual: Connected) => Promise<void>,
  ) => Promise<void>;
};

/** `medqual playbook …`: playbooks as files, for version control. */
export function playbookCommand(cli: CAC, around: Around): void {
  cli
    .command(
      "playbook <action> [...what]",
      "Playbooks as YAML: export, check, diff, import, schema",
    )
    .option("--of <version>", "Export an earlier version")
    .option("--replace", "Import over a draft that is there")
    .example("medqual playbook export 4711 > playbook.yaml")
    .example("medqual playbook check playbook.yaml")
    .example("medqual playbook diff before.yaml after.yaml")
    .example("medqual playbook import 4711 playbook.yaml")
    .example("medqual playbook schema > playbook.schema.json")
    .action((action: string, what: readonly string[], options: Options & { of?: string }) =>
      run(action, what, { ...around, options }),
    );
}

async function run(
  action: string,
  what: readonly string[],
  around: Around & { readonly options: Options & { readonly of?: string | number } },
): Promise<void> {
  const { out, readText, options, usage, withMedqual, idOf } = around;
  const given = (position: number, name: string): string => {
    const value = what[position];
    if (value === undefined) throw usage(`Say which ${name}: see medqual playbook --help.`);
    return String(value);
  };
  switch (action) {
    case "schema":
      return out(JSON.stringify(playbookSchema(), null, 2));
    case "check": {
      const file = given(0, "file");
      const read = readPlaybookYaml(readText(file));
      out(options.json ? JSON.stringify(read.problems, null, 2) : problems(file, read.problems));
      if (read.kind === "refused" || !isPublishable(read.problems))
        throw new AppError("bad_request", `${file} cannot be published as it is.`);
      return;
    }
    case "diff": {
      const [before, after] = [given(0, "two files"), given(1, "two files")].map((file) => {
        const read = readPlaybookYaml(readText(file));
        if (read.kind === "read") return read.playbook;
        throw new AppError("bad_request", problems(file, read.problems));
      });
      if (!before || !after) return;
      const sentences = diffPlaybooks(before, after).map(({ sentence }) => sentence);
      return out(options.json ? JSON.stringify(sentences, null, 2) : sentences.join("\n"));
    }
    case "export":
      return withMedqual(options, async ({ ask }) => {
        const version = options.of === undefined ? {} : { version: Number(options.of) };
        const playbook = await ask("export", { portalId: idOf(given(0, "portal")), ...version });
        out(options.json ? JSON.stringify(playbook, null, 2) : yamlOf(playbook));
      });
    case "import":
      return withMedqual(options, async ({ ask }) => {
        const portalId = idOf(given(0, "portal"));
        const file = given(1, "file");
        const asked = { portalId, text: readText(file), replaces: options.replace === true };
        const imported = await ask("import", asked);
        if (options.json) out(JSON.stringify(imported, null, 2));
        else if (imported.problems.length > 0) out(problems(file, imported.problems));
        if (imported.kind === "refused")
          throw new AppError("bad_request", `${file} is no playbook: nothing was imported.`);
        if (!options.json)
          out([`${file} is the draft of portal ${portalId} now.`, ...imported.changes].join("\n"));
      });
    default:
      throw usage(`There is no “playbook ${action}”: export, check, diff, import or schema.`);
  }
}

function yamlOf(playbook: Parameters<typeof writePlaybookYaml>[0]): string {
  const base = process.env["PUBLIC_BASE_URL"] ?? "http://localhost:3000";
  return writePlaybookYaml(playbook, `${base}${schemaPath}`).trimEnd();
}
