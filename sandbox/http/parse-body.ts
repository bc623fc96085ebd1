import type { z } from "zod";
import { Problem } from "../portal/problem.ts";

/** A JSON body in the shape a route expects, or the problem HubSpot answers with. */
export function parseBody<T>(text: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parseJson(text));
  if (result.success) return result.data;
  const { issues } = result.error;
  const [issue] = issues;
  // Whatever else is wrong, a field nobody here knows must not go unseen.
  const unknown = issues.flatMap((each) => (each.code === "unrecognized_keys" ? each.keys : []));
  if (unknown.length > 0) {
    throw Problem.unsupported(`The sandbox does not know the field ${unknown.join(", ")}`);
  }
  const place = issue?.path.join(".") ?? "";
  throw Problem.validation(
    `Invalid input JSON on line 1, column 1: ${place === "" ? "" : `${place}: `}${issue?.message ?? "unreadable"}`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text === "" ? "{}" : text);
  } catch {
    throw Problem.validation("Invalid input JSON on line 1, column 1: not JSON");
  }
}
