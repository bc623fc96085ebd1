import { fieldIds, governedFields } from "./governed-fields.ts";
import { fieldValues } from "./judge-value.ts";
import { isOwnValue } from "../facts/vocabulary.ts";
import { isOurs } from "./plan-fields.ts";

/** Our own choice properties that hold a governed field, by their names in HubSpot. */
export const fieldTargets: readonly string[] = [
  ...new Set(
    fieldIds.flatMap((id) => governedFields[id].targets.map((name) => name.split(".")[1] ?? "")),
  ),
];

/**
 * Whether a governed field may be written over what stands there now. `last`: what we wrote there
 * last; whatever differs from it is somebody's later word. Before our first word only an empty
 * property is ours to fill, and one that says none of the agreed values is ours to rewrite.
 */
export function mayRewrite(name: string, there: string, last: string | null): boolean {
  const field = fieldIds.find((id) =>
    governedFields[id].targets.some((target) => target.endsWith(`.${name}`)),
  );
  if (field === undefined) return true;
  if (last !== null) return there === last || isOurs(field, there, last);
  const agreed = fieldValues(field, { vocabulary: {} });
  const isAgreed = (value: string) => Object.hasOwn(agreed, value) || isOwnValue(value);
  return there === "" || !there.split(";").every((value) => isAgreed(value.trim()));
}
