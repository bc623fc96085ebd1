import { z } from "zod";
import { playbookShape } from "../settings/playbook-shape.ts";

/** JSON Schema of a playbook (draft 2020-12), for editors that complete and check while one types. */
export function playbookSchema(): object {
  return {
    ...z.toJSONSchema(playbookShape, { io: "input" }),
    title: "Medqual playbook",
    description: "A portal's one agreed definition of MQL and SQL.",
  };
}
