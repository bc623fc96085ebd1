import { forms } from "./forms.ts";
import { submissions } from "./submissions.ts";
import { waiting } from "./waiting.ts";
import type { Source } from "./source.ts";

/** Everything that is read of a portal besides its records. */
export const allSources: readonly Source[] = [forms, submissions, waiting];
