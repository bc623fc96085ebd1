import { strongestSignals } from "../../../src/scoring/decay.ts";
import { trackOf } from "../../../src/handoff/track.ts";
import { hybridPlaybook as playbook } from "../../../src/playbook/hybrid.ts";
import { day, now, signal, stated } from "../verdict/build-facts.ts";

const guide = signal("guide_download", now, { offerId: "guide" });

test.each([
  ["the offer of the only signal", [guide], "nurture", { kind: "days", days: 2 }],
  [
    "the offer of the strongest signal",
    [guide, signal("demo_request", now - day, { offerId: "demo" })],
    "sales",
    { kind: "hours", hours: 1 },
  ],
  [
    "the newer signal where an old one is worth less by now",
    [guide, signal("demo_request", now - 90 * day, { offerId: "demo" })],
    "nurture",
    { kind: "days", days: 2 },
  ],
  [
    "an offer of the same kind for a signal somebody entered",
    [signal("pricing_request", now)],
    "sales",
    { kind: "hours", hours: 1 },
  ],
  [
    "the playbook where no offer explains it",
    [signal("email_reply", now)],
    "nurture",
    { kind: "days", days: 2 },
  ],
])("the track follows %s", (_, signals, route, firstTouch) => {
  const [strongest] = strongestSignals(signals, playbook);

  expect(trackOf(strongest, stated("own"), playbook)).toMatchObject({
    route,
    clock: { firstTouch },
  });
});
