import { gather } from "../../../server/intake/gather.ts";

/** Work whose groups are seen, and that goes on when it is told. */
function slowWork() {
  const groups: (readonly string[])[] = [];
  const goOn: (() => void)[] = [];
  const add = gather(async (items: readonly string[]) => {
    groups.push(items);
    await new Promise<void>((resolve) => goOn.push(resolve));
    if (items.includes("bad")) throw new Error("refused");
    return items.length;
  });
  const step = async () => {
    goOn.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { add, groups, step };
}

test("what arrives during the work on one group is one group after it", async () => {
  const { add, groups, step } = slowWork();

  const added = ["a", "b", "c"].map(add);
  await step();
  await step();

  expect(await Promise.all(added)).toEqual([1, 2, 2]);
  expect(groups).toEqual([["a"], ["b", "c"]]);
});

test("of a group that fails only those fail that fail alone", async () => {
  const { add, groups, step } = slowWork();

  const settled = Promise.allSettled(["a", "b", "bad", "c"].map(add));
  for (let steps = 0; steps < 5; steps += 1) await step();

  expect(await settled).toEqual([
    { status: "fulfilled", value: 1 },
    { status: "fulfilled", value: 1 },
    { status: "rejected", reason: new Error("refused") },
    { status: "fulfilled", value: 1 },
  ]);
  expect(groups).toEqual([["a"], ["b", "bad", "c"], ["b"], ["bad"], ["c"]]);
});
