import { hybridPlaybook } from "./hybrid.ts";
import type { Playbook } from "./playbook.ts";

/** The operating models to start from. */
export const presets: Readonly<Record<Playbook["preset"], Playbook>> = {
  /** Lower bars; no committee before discovery. Neither dimension may ever be left out. */
  volume: {
    ...hybridPlaybook,
    name: "Volume",
    preset: "volume",
    fit: { ...hybridPlaybook.fit, minimum: 40 },
    intent: { ...hybridPlaybook.intent, minimum: 4 },
    committee: { ...hybridPlaybook.committee, requiredAtSql: false },
  },
  /** Higher bars; only what asks for a decision goes to sales at once. */
  quality: {
    ...hybridPlaybook,
    name: "Quality",
    preset: "quality",
    fit: { ...hybridPlaybook.fit, minimum: 60 },
    intent: { ...hybridPlaybook.intent, minimum: 20 },
    offers: hybridPlaybook.offers.map((offer) =>
      offer.stage === "decision" ? offer : { ...offer, route: "nurture" },
    ),
  },
  hybrid: hybridPlaybook,
};
