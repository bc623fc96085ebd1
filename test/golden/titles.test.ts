import { rolesOfTitle } from "../../src/facts/roles-of-title.ts";
import { isRole, roles } from "../../src/facts/vocabulary.ts";
import { halves, readLabelledTitles } from "./labelled-titles.ts";
import { measure } from "./measure.ts";

const heldOut = readLabelledTitles("held-out");
const tuned = readLabelledTitles("tuned");

test("titles that no rule was tuned to are read with precision 0.95 and recall 0.85 or better", () => {
  const { precision, recall } = measure(heldOut);

  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.85);
});

test("titles the rules were tuned to are read with precision 0.98 and recall 0.95 or better", () => {
  const { precision, recall } = measure(tuned);

  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

test("the halves share no title, and each has every role a title can prove", () => {
  const keyOf = ({ title, organizationType }: (typeof tuned)[number]) =>
    `${title.toLowerCase()} ${organizationType}`;
  const tunedKeys = new Set(tuned.map(keyOf));

  expect(heldOut.map(keyOf).filter((key) => tunedKeys.has(key))).toEqual([]);
  for (const half of halves) {
    const labelled = new Set(readLabelledTitles(half).flatMap((each) => each.roles));
    // "Champion" is a stance: no title proves it.
    const provable = Object.keys(roles).filter((role) => isRole(role) && role !== "champion");
    expect([...labelled].toSorted()).toEqual(provable.toSorted());
  }
});

test("words that prove a role are words of the title, and there are some exactly when a role is read", () => {
  for (const { title, organizationType } of [...tuned, ...heldOut]) {
    const { roles: read, words } = rolesOfTitle(title, organizationType);

    expect(words === null).toBe(read.length === 0);
    for (const word of words?.split(", ") ?? []) expect(title).toContain(word);
  }
});

test.each([
  ["upper case", (title: string) => title.toUpperCase(), ["it", "do", "or"]],
  ["outer space and a full stop", (title: string) => `  ${title}.`, []],
  ["doubled spaces", (title: string) => title.replaceAll(" ", "  "), []],
] as const)("%s changes nothing", (_, change, unlessWords) => {
  const differing = [...tuned, ...heldOut]
    .filter(({ title }) => !unlessWords.some((word) => title.split(/\W/u).includes(word)))
    .filter(({ title, organizationType: at }) => {
      const [a, b] = [rolesOfTitle(title, at), rolesOfTitle(change(title), at)];
      return a.roles.join() !== b.roles.join();
    });

  expect(differing.map(({ title }) => title)).toEqual([]);
});
