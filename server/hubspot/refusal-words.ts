import { z } from "zod";
import type { ErrorBody } from "./shapes.ts";

const longest = 300;

/** Codes whose sentences name properties only; all others may quote what a person typed. */
const namesOnly = /^(MISSING_\w+|READ_ONLY_VALUE|PROPERTY_DOESNT_EXIST)$/;

/** Older sentences carry the details as JSON after this. */
const listed = /^Property values were not valid: (?<details>\[.*\])$/s;
const details = z.array(z.object({ name: z.string(), error: z.string() }));

/**
 * HubSpot's reason in few words, without the values it quotes: it is stored, logged and shown, and a
 * value may be personal. Property names and codes stay.
 */
export function refusalWords(said: Pick<ErrorBody, "message" | "errors">): string {
  const found = [...new Set((said.errors ?? []).flatMap(detailWords))];
  const words = found.length > 0 ? found.join("; ") : messageWords(said.message ?? "");
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}

function detailWords(detail: NonNullable<ErrorBody["errors"]>[number]): readonly string[] {
  const { message, code, context } = detail;
  if (!code) return [];
  if (namesOnly.test(code) && message) return [withoutPeople(message)];
  const [name] = context?.["propertyName"] ?? [];
  return [name ? `${name}: ${code}` : code];
}

function messageWords(message: string): string {
  const json = listed.exec(message)?.groups?.["details"];
  if (json !== undefined) {
    const parsed = details.safeParse(fromJson(json));
    if (!parsed.success) return "property values were not valid";
    return parsed.data.map(({ name, error }) => `${name}: ${error}`).join("; ");
  }
  if (message.includes("was not one of the allowed options"))
    return "a value is not among the property's options";
  return withoutPeople(message) || "no reason given";
}

function withoutPeople(text: string): string {
  return text.replace(/[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g, "(address)").trim();
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
