import { trailSentence } from "../../../src/view/trail.ts";

test.each([
  [null, "mql", "MQL: it fits."],
  ["mql", "mql", "MQL: it fits."],
  ["nurture", "mql", "Nurture → MQL. MQL: it fits."],
] as const)("the trail from %s to %s", (previous, status, expected) => {
  expect(trailSentence(previous, status, ["MQL: it fits.", "Asked for a demo"])).toBe(expected);
});
