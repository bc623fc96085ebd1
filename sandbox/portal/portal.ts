import type { Switches } from "../switches.ts";
import type { Table, TableStore } from "../store/table-store.ts";
import type { AssociationLabel } from "./association-type.ts";
import type { Change } from "./change.ts";
import type { EventOccurrence } from "./event-occurrences.ts";
import type { Form, Submission } from "./forms.ts";
import { openLinks, type Links } from "./links.ts";
import type { MarketingEvent, Participation } from "./marketing-events.ts";
import { objectTypeIds, type ObjectTypeId } from "./object-type.ts";
import type { Owner } from "./owners.ts";
import type { Pipeline } from "./pipeline.ts";
import type { PropertyDefinition, PropertyGroup } from "./property-definition.ts";
import type { RequiredProperty } from "./required-properties.ts";
import { openShelf, type Shelf } from "./shelf.ts";
import type { ValueRule } from "./value-rules.ts";

export type PortalProfile = {
  readonly portalId: number;
  readonly companyName: string;
  readonly timeZone: string;
};

/** One HubSpot account: its records, their definitions, and who wants to know about changes. */
export type Portal = {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** As they are now: whoever keeps the object misses what is changed later. */
  readonly switches: Switches;
  readonly changeSwitches: (changes: Partial<Switches>) => void;
  readonly profiles: Table<PortalProfile>;
  readonly shelves: Readonly<Record<ObjectTypeId, Shelf>>;
  /** What differs from HubSpot's standard, by `<object type>/<name>`. */
  readonly properties: Table<PropertyDefinition>;
  readonly groups: Table<PropertyGroup>;
  readonly links: Links;
  readonly labels: Table<AssociationLabel>;
  readonly owners: Table<Owner>;
  /** Those that differ from HubSpot's standard, by `<object type>/<id>`. */
  readonly pipelines: Table<Pipeline>;
  /** By type id. */
  readonly associationLimits: Table<number>;
  /** By `<object type>/<property>`. */
  readonly valueRules: Table<readonly ValueRule[]>;
  readonly requiredProperties: Table<RequiredProperty>;
  readonly forms: Table<Form>;
  readonly submissions: Table<Submission>;
  readonly marketingEvents: Table<MarketingEvent>;
  readonly occurrences: Table<EventOccurrence>;
  /** By `<event>/<contact>`. */
  readonly participations: Table<Participation>;
  /** Where the ids of records that were merged lead, by `<object type>/<id>`. */
  readonly aliases: Table<string>;
  /** The next of an ever growing series of numbers. */
  readonly nextNumber: (series: keyof typeof firstNumbers) => number;
  readonly announce: (change: Change) => void;
  readonly onChange: (listener: (change: Change) => void) => void;
};

const firstNumbers = {
  record: 100_000_000_001,
  label: 1_001,
  stage: 51_439_501,
  form: 1,
  submission: 1,
  import: 3_000_001,
  occurrence: 1,
} as const;

export function openPortal(setup: {
  readonly store: TableStore;
  readonly now: () => number;
  readonly switches: Switches;
}): Portal {
  const { store, now } = setup;
  const changed = store.table<Partial<Switches>>("switches");
  let switches: Switches = { ...setup.switches, ...changed.get("all") };
  const counters = store.table<number>("counters");
  const listeners: ((change: Change) => void)[] = [];
  return {
    now,
    get switches() {
      return switches;
    },
    changeSwitches: (changes) => {
      changed.set("all", { ...changed.get("all"), ...changes });
      switches = { ...switches, ...changes };
    },
    profiles: store.table("profile"),
    shelves: shelvesOf(store),
    properties: store.table("properties"),
    groups: store.table("groups"),
    links: openLinks(store.table("links")),
    labels: store.table("labels"),
    owners: store.table("owners"),
    pipelines: store.table("pipelines"),
    associationLimits: store.table("association-limits"),
    valueRules: store.table("value-rules"),
    requiredProperties: store.table("required-properties"),
    forms: store.table("forms"),
    submissions: store.table("submissions"),
    marketingEvents: store.table("marketing-events"),
    occurrences: store.table("event-occurrences"),
    participations: store.table("participations"),
    aliases: store.table("aliases"),
    nextNumber: (series) => {
      const next = counters.get(series) ?? firstNumbers[series];
      counters.set(series, next + 1);
      return next;
    },
    announce: (change) => {
      for (const listener of listeners) listener(change);
    },
    onChange: (listener) => listeners.push(listener),
  };
}

/** Who this portal is; it must have been seeded. */
export function profileOf(portal: Portal): PortalProfile {
  const profile = portal.profiles.get("portal");
  if (profile === undefined) throw new Error("the portal has no profile: it was never seeded");
  return profile;
}

function shelvesOf(store: TableStore): Readonly<Record<ObjectTypeId, Shelf>> {
  const shelves = objectTypeIds.map((type) => [type, openShelf(store.table(`records/${type}`))]);
  return Object.fromEntries(shelves) as Record<ObjectTypeId, Shelf>;
}
