import { createRenderer } from "@hubspot/ui-extensions/testing";
import { type ReactNode, useEffect, useState } from "react";
import { Qualification } from "../../extensions/app/cards/components/Qualification.tsx";
import { Sidebar } from "../../extensions/app/cards/components/Sidebar.tsx";
import type { CardAnswer } from "../../src/view/card-view.ts";

export const origin = "https://app.example";

type Asked = { readonly method: string; readonly url: string; readonly body: unknown };

/**
 * A server of answers: GETs are answered one after the other, the last one for ever; POSTs too.
 * `hubspot.fetch` calls `self.hsFetch`.
 */
export function serve(answers: {
  readonly card: readonly (() => Response)[];
  readonly action?: readonly (() => Response)[];
}): readonly Asked[] {
  const asked: Asked[] = [];
  const left = { GET: [...answers.card], POST: [...(answers.action ?? [])] };
  const hsFetch = async (
    url: string,
    { method, body }: { readonly method: "GET" | "POST"; readonly body?: unknown },
  ) => {
    asked.push({ method, url, body });
    const [answer] = left[method].length > 1 ? left[method].splice(0, 1) : left[method];
    return (answer ?? down)();
  };
  Object.assign(globalThis, { self: globalThis, hsFetch });
  return asked;
}

export const json = (body: unknown, status?: number) => () =>
  Response.json(body, status === undefined ? {} : { status });

export const down = (): never => {
  throw new TypeError("No connection");
};

export const card = (answer: CardAnswer) => json(answer);

/** The card of contact 7, or of deal 7, or the narrow one. */
export function draw(which: "contact" | "deal" | "sidebar" = "contact") {
  const renderer = createRenderer("crm.record.tab");
  const context = {
    ...renderer.mocks.context,
    variables: { API_ORIGIN: origin },
    crm: { objectId: 7, objectTypeId: which === "deal" ? "0-3" : "0-1" },
  };
  renderer.render(
    <Page>
      {which === "sidebar" ? <Sidebar context={context} /> : <Qualification context={context} />}
    </Page>,
  );
  return renderer;
}

const pages = new Set<() => void>();
afterEach(() => {
  for (const leave of pages) leave();
});

/** A page that is left after the test, so that no clock of a card goes on. */
export function Page({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(true);
  useEffect(() => {
    const leave = () => setOpen(false);
    pages.add(leave);
    return () => void pages.delete(leave);
  }, []);
  return isOpen ? children : null;
}

/** Enters a value into an input. The types of `trigger` ask for the handler where the value belongs. */
export function enter(
  input: { readonly trigger: (name: "onChange", value: never) => void },
  value: unknown,
): void {
  input.trigger("onChange", value as never);
}
