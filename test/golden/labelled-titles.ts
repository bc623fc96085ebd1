import { readFileSync } from "node:fs";
import {
  isOrganizationType,
  isRole,
  type OrganizationType,
  type RoleId,
} from "../../src/facts/vocabulary.ts";

export type LabelledTitle = {
  readonly title: string;
  readonly organizationType: OrganizationType | null;
  /** Empty where a careful reader abstains. */
  readonly roles: readonly RoleId[];
};
export const halves = ["tuned", "held-out"] as const;
export type Half = (typeof halves)[number];

/** The titles of one half; throws where its file is not well-formed. */
export function readLabelledTitles(half: Half): readonly LabelledTitle[] {
  const file = new URL(`titles-${half}.txt`, import.meta.url);
  const titles: LabelledTitle[] = [];
  let roles: readonly RoleId[] = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const section = /^\[(?<roles>.+)\]$/u.exec(line)?.groups?.["roles"];
    if (section === undefined) titles.push({ ...parseTitle(line), roles });
    else roles = parseSection(section);
  }
  return titles;
}

function parseSection(section: string): readonly RoleId[] {
  if (section === "abstain") return [];
  return section.split(" ").map((role) => {
    if (!isRole(role)) throw new Error(`No such role: ${role}`);
    return role;
  });
}

function parseTitle(line: string): Omit<LabelledTitle, "roles"> {
  const [title = "", type] = line.split("\t");
  if (type === undefined) return { title, organizationType: null };
  if (!isOrganizationType(type)) throw new Error(`No such type of organization: ${type}`);
  return { title, organizationType: type };
}
