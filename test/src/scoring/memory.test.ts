import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import { memoryOf } from "../../../src/scoring/memory.ts";
import { compiled } from "../../../src/playbook/compiled.ts";
import { signalPoints } from "../../../src/scoring/intent.ts";
import type { Signal } from "../../../src/facts/signal.ts";

const demo = (at: number): Signal => ({
  id: "form:demo",
  kind: "demo_request",
  offerId: "demo",
  at,
  own: true,
  label: "Demo request",
});

test("what is older than a playbook's memory is worth no point, what is a little younger is", () => {
  const now = Date.UTC(2026, 4, 4);
  const ready = compiled(hybridPlaybook);
  const memory = memoryOf(hybridPlaybook);

  expect(signalPoints([demo(now - memory - 1)], ready, now)).toBe(0);
  expect(signalPoints([demo(now - memory + 86_400_000)], ready, now)).toBe(1);
});
