import { rolesOfTitle } from "../../src/facts/roles-of-title.ts";
import { isRole, type RoleId, roles as vocabulary } from "../../src/facts/vocabulary.ts";
import type { LabelledTitle } from "./labelled-titles.ts";

export type Count = { readonly right: number; readonly wrong: number; readonly missed: number };
export type Miss = LabelledTitle & { readonly read: readonly RoleId[] };
export type Measure = {
  readonly titles: number;
  /** Over all roles of all titles: right ÷ (right + wrong), right ÷ (right + missed). */
  readonly precision: number;
  readonly recall: number;
  /** Share of the titles from which no role is read. */
  readonly abstention: number;
  readonly byRole: ReadonlyMap<RoleId, Count>;
  readonly misses: readonly Miss[];
};

/** Reads every title and counts its roles one by one; a role read from an abstainer is wrong. */
export function measure(titles: readonly LabelledTitle[]): Measure {
  const read = titles.map((labelled) => {
    const { title, organizationType } = labelled;
    return { ...labelled, read: rolesOfTitle(title, organizationType).roles };
  });
  const byRole = new Map(
    Object.keys(vocabulary)
      .filter(isRole)
      .map((role) => [role, countOf(role, read)] as const),
  );
  const all = [...byRole.values()];
  const right = sum(all.map((count) => count.right));
  return {
    titles: titles.length,
    precision: right / (right + sum(all.map((count) => count.wrong))),
    recall: right / (right + sum(all.map((count) => count.missed))),
    abstention: read.filter((each) => each.read.length === 0).length / titles.length,
    byRole,
    misses: read.filter((each) => !isSame(each.read, each.roles)),
  };
}

function countOf(role: RoleId, read: readonly Miss[]): Count {
  const labelled = read.filter((each) => each.roles.includes(role));
  const right = labelled.filter((each) => each.read.includes(role)).length;
  const found = read.filter((each) => each.read.includes(role)).length;
  return { right, wrong: found - right, missed: labelled.length - right };
}

function isSame(a: readonly RoleId[], b: readonly RoleId[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
