import type { Portal } from "./portal.ts";
import type { PropertyDefinition } from "./property-definition.ts";
import type { ParsedValue } from "./property-value.ts";

/** A stage may only move forward; what happens to a step back is one of the portal's switches. */
export function judgeStage(
  portal: Portal,
  definition: PropertyDefinition,
  { current, value }: { readonly current: string | undefined; readonly value: string },
): ParsedValue | { readonly kind: "ignored" } {
  const behaviour = portal.switches.lifecycleBackward;
  if (behaviour === "accepted" || !isBackward(definition, current, value)) {
    return { kind: "value", value };
  }
  if (behaviour === "ignored") return { kind: "ignored" };
  return {
    kind: "invalid",
    code: "INVALID_LIFECYCLE_STAGE",
    message: `${value} is before the present lifecycle stage ${current}`,
  };
}

function isBackward(
  definition: PropertyDefinition,
  current: string | undefined,
  next: string,
): boolean {
  const order = (value: string | undefined) =>
    definition.options.find((option) => option.value === value)?.displayOrder ?? -1;
  return order(next) < order(current);
}
