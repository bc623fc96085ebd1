import { hybridPlaybook } from "./hybrid.ts";
import type { Offer, Playbook } from "./playbook.ts";

type Object = { readonly [key: string]: unknown };

/** What an offer of an earlier shape did not say. */
const offerDefaults: Pick<Offer, "forms" | "solution" | "worth"> = {
  forms: [],
  solution: null,
  worth: null,
};

/**
 * A stored playbook of an earlier shape in the present one. What it did not have yet is as in the
 * hybrid playbook; what it says stays as it is. A document of the present shape comes back equal.
 */
export function upgradePlaybook(stored: unknown): Playbook {
  const document = isObject(stored) ? stored : {};
  const complete = fill(document, hybridPlaybook as unknown as Object) as unknown as Playbook;
  return {
    ...complete,
    offers: complete.offers.map((offer) => ({ ...offerDefaults, ...offer })),
  };
}

/** Maps whose keys are the portal's to choose: what is not there was left out on purpose. */
const open: readonly string[] = [
  "vocabulary",
  "synonyms",
  "members",
  "dealStages",
  "byStage",
  "signals",
];

function fill(stored: Object, defaults: Object): Object {
  const filled: Record<string, unknown> = { ...stored };
  for (const [key, value] of Object.entries(defaults)) {
    const present = stored[key];
    if (present === undefined) filled[key] = value;
    else if (isObject(present) && isObject(value) && !open.includes(key))
      filled[key] = fill(present, value);
  }
  return filled;
}

function isObject(value: unknown): value is Object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
