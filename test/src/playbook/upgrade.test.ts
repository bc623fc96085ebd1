import { checkPlaybook } from "../../../src/playbook/check/check-playbook.ts";
import { hybridPlaybook } from "../../../src/playbook/hybrid.ts";
import type { Playbook } from "../../../src/playbook/playbook.ts";
import { presets } from "../../../src/playbook/presets.ts";
import { upgradePlaybook } from "../../../src/playbook/upgrade.ts";

test.each(Object.values(presets))("$name comes back as it was stored", (preset) => {
  expect(upgradePlaybook(JSON.parse(JSON.stringify(preset)))).toEqual(preset);
});

test("what an earlier shape did not say is as in the hybrid playbook, what it said stays", () => {
  const { properties: _properties, people: _people, intent, ...rest } = hybridPlaybook;
  const { criteria: _criteria, ...signals } = intent;
  const offers = hybridPlaybook.offers.map(({ forms: _f, solution: _s, worth: _w, ...old }) => old);
  const earlier = { ...rest, intent: { ...signals, minimum: 9 }, offers, synonyms: {} };

  const upgraded: Playbook = upgradePlaybook(earlier);

  expect(upgraded).toEqual({ ...hybridPlaybook, intent: { ...intent, minimum: 9 } });
  expect(checkPlaybook(upgraded)).toEqual([]);
});
