import { hubspot } from "@hubspot/ui-extensions";
import type { CardAnswer } from "../../../src/view/card-view.ts";
import { texts } from "./texts.ts";

export type CardSource = {
  /** Where the server is, from the project's profile; undefined when it was uploaded without one. */
  readonly origin: string | undefined;
  readonly objectTypeId: string;
  readonly objectId: number;
};

/** Why there is no answer. What may pass by itself is tried again without being asked. */
export class LoadFailure extends Error {
  readonly isPassing: boolean;

  constructor(message: string, kind: "passing" | "lasting") {
    super(message);
    this.name = "LoadFailure";
    this.isPassing = kind === "passing";
  }
}

// HubSpot's own limit is 15 s; its proxy needs part of that.
const timeout = 10_000;

/** Asks the server what to draw. Rejects with a `LoadFailure` only. */
export async function loadCard(source: CardSource): Promise<CardAnswer> {
  const { origin, objectTypeId, objectId } = source;
  if (!origin) throw new LoadFailure(texts.failure.noOrigin, "lasting");
  const url = `${origin}/api/card?objectTypeId=${encodeURIComponent(objectTypeId)}&objectId=${objectId}`;
  const response = await hubspot.fetch(url, { method: "GET", timeout }).catch(() => {
    throw new LoadFailure(texts.failure.unreachable, "passing");
  });
  const body = await response.json().catch(() => null);
  if (response.ok && isAnswer(body)) return body;
  const kind = response.status >= 500 || response.status === 429 ? "passing" : "lasting";
  throw new LoadFailure(reasonIn(body) ?? texts.failure.status(response.status), kind);
}

function isAnswer(body: unknown): body is CardAnswer {
  return typeof body === "object" && body !== null && "record" in body && "mode" in body;
}

/** The server's problems say in their title what happened and what to do. */
function reasonIn(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("title" in body)) return null;
  return typeof body.title === "string" ? body.title : null;
}
