import { type Controller, createController } from "@remote-ui/react/host";
import type { ComponentType } from "react";
import * as buttons from "./buttons.tsx";
import * as charts from "./charts.tsx";
import * as crm from "./crm.tsx";
import * as dropdown from "./dropdown.tsx";
import * as figures from "./figures.tsx";
import { Form } from "./form.tsx";
import * as layout from "./layout.tsx";
import * as numbers from "./number-inputs.tsx";
import * as overlays from "./overlays.tsx";
import * as pages from "./pages.tsx";
import type { Drawn } from "./props.ts";
import * as selects from "./selects.tsx";
import * as table from "./table.tsx";
import * as tabs from "./tabs.tsx";
import * as texts from "./text-inputs.tsx";
import * as times from "./time-inputs.tsx";
import * as toggles from "./toggles.tsx";
import * as words from "./words.tsx";

const drawn: Readonly<Record<string, ComponentType<Drawn>>> = {
  ...buttons,
  ...charts,
  ...crm,
  ...dropdown,
  ...figures,
  Form,
  ...layout,
  ...numbers,
  ...overlays,
  ...pages,
  ...selects,
  ...table,
  ...tabs,
  ...texts,
  ...times,
  ...toggles,
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
