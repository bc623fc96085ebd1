import { type Controller, createController } from "@remote-ui/react/host";
import type { ComponentType } from "react";
import * as layout from "./layout.tsx";
import type { Drawn } from "./layout.tsx";
import * as table from "./table.tsx";
import * as words from "./words.tsx";

const { textOf: _, ...arrangements } = layout;
const drawn: Readonly<Record<string, ComponentType<Drawn>>> = {
  ...arrangements,
  ...table,
  ...words,
};

/**
 * HubSpot's components by name, in accessible HTML of ours. One that nobody has drawn is a visible
 * box, which the browser test counts.
 */
export const controller: Controller = {
  ...createController(drawn),
  get: (name) => drawn[name] ?? undrawn(name),
};

const boxes = new Map<string, ComponentType<Drawn>>();

/** The same component for the same name: another one would be mounted anew at every render. */
function undrawn(name: string): ComponentType<Drawn> {
  const known = boxes.get(name);
  if (known) return known;
  const Undrawn = ({ children }: Drawn) => (
    <div className="undrawn" data-undrawn={name}>
      {name} is not drawn in the preview
      {children}
    </div>
  );
  boxes.set(name, Undrawn);
  return Undrawn;
}
