import type { PortalWords } from "../facts/portal-spellings.ts";
import type { FixPlan } from "./fix.ts";
import { targetOf } from "./governed-fields.ts";
import { fieldLabel, judgeValue } from "./judge-value.ts";

/** Where a fix reads its values, and where it writes them. */
export function placesOf(plan: FixPlan): { readonly source: string; readonly target: string } {
  const { property } = plan;
  if (plan.kind !== "fill") return { source: property, target: property };
  const type = plan.objectType === "contacts" ? "contact" : "company";
  return { source: property, target: targetOf(plan.field, type) ?? property };
}

/**
 * What one value becomes under a fix; `null` leaves it as it is. Our own properties take the agreed
 * value, any other text its label, which is what people read.
 */
export function fixedValue(plan: FixPlan, text: string, words: PortalWords): string | null {
  switch (plan.kind) {
    case "replace":
      return text === plan.from && plan.to !== plan.from ? plan.to : null;
    case "fill": {
      const judged = judgeValue(plan.field, text, words);
      return judged.kind === "certain" || judged.kind === "canonical" ? judged.value : null;
    }
    case "rewrite": {
      const judged = judgeValue(plan.field, text, words);
      if (judged.kind !== "certain") return null;
      const type = plan.objectType === "contacts" ? "contact" : "company";
      if (targetOf(plan.field, type) === plan.property) return judged.value;
      return fieldLabel(plan.field, judged.value, words);
    }
  }
}
