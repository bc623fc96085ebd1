import { activities } from "./activities.ts";
import { events, participations } from "./events.ts";
import { forms } from "./forms.ts";
import { journal } from "./journal.ts";
import { owners } from "./owners.ts";
import { stages } from "./stages.ts";
import type { Source } from "./source.ts";
import { submissions } from "./submissions.ts";
import { waiting } from "./waiting.ts";

/** Everything that is read of a portal besides its records. */
export const allSources: readonly Source[] = [
  owners,
  stages,
  forms,
  submissions,
  waiting,
  activities("meetings", null),
  activities("calls", null),
  activities("emails", "sales-email-read"),
  events,
  participations,
  journal,
];
