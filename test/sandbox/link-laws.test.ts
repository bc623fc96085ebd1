import fc from "fast-check";
import { associationType } from "../../sandbox/portal/association-type.ts";
import {
  associateByDefault,
  associateWithTypes,
  dissociate,
  linksOf,
} from "../../sandbox/portal/associations.ts";
import { currentId } from "../../sandbox/portal/aliases.ts";
import { mergeRecords } from "../../sandbox/portal/merge.ts";
import { commit, draftCreate } from "../../sandbox/portal/objects.ts";
import { openPortal, type Portal } from "../../sandbox/portal/portal.ts";
import { openStore } from "../../sandbox/store/table-store.ts";
import { defaultSwitches } from "../../sandbox/switches.ts";
import type { Write } from "../../sandbox/portal/write-values.ts";

const write: Write = { source: { type: "CRM_UI", id: "1" }, at: 1_000, authority: "portal" };

/** A portal with three contacts and three companies, and the ids they were given. */
function smallPortal() {
  const portal = openPortal({
    store: openStore(undefined),
    now: () => 1_000,
    switches: defaultSwitches,
  });
  const make = (type: "0-1" | "0-2") =>
    commit(portal, draftCreate(portal, type, { raw: {}, write })).id;
  const three = [0, 1, 2];
  return {
    portal,
    contacts: three.map(() => make("0-1")),
    companies: three.map(() => make("0-2")),
  };
}

const end = fc.nat({ max: 2 });
const act = fc.oneof(
  fc.record({ kind: fc.constant("default" as const), contact: end, company: end }),
  fc.record({
    kind: fc.constantFrom("label" as const, "unlabel" as const),
    contact: end,
    company: end,
    typeId: fc.constantFrom(1, 279),
  }),
  fc.record({ kind: fc.constant("merge" as const), contact: end, company: end }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function perform(
  { portal, contacts, companies }: ReturnType<typeof smallPortal>,
  { kind, contact, company, ...more }: Act,
): void {
  const current = (index: number) => currentId(portal, "0-1", contacts[index] ?? "");
  const from = { type: "0-1", id: current(contact) } as const;
  const pair = { from, to: { type: "0-2", id: companies[company] ?? "" } as const };
  const typeIds = "typeId" in more ? [more.typeId] : [];
  if (kind === "default") associateByDefault(portal, pair, write);
  if (kind === "label") associateWithTypes(portal, pair, { typeIds, mode: "add", write });
  if (kind === "unlabel") dissociate(portal, pair, { typeIds, write });
  // The second index serves as the other contact.
  if (kind === "merge" && current(company) !== from.id) {
    mergeRecords(portal, "0-1", { primaryId: from.id, mergedId: current(company), write });
  }
}

function inverse(portal: Portal, typeIds: readonly number[]): readonly number[] {
  return typeIds.map((typeId) => associationType(portal, typeId).inverseId).sort((a, b) => a - b);
}

const acts = fc.array(act, { maxLength: 20 });

test("an association seen from one end is that seen from the other", () => {
  fc.assert(
    fc.property(acts, (list) => {
      const world = smallPortal();
      for (const each of list) perform(world, each);

      for (const { from, to, typeIds } of world.portal.links.all()) {
        const back = world.portal.links.between(to, from)?.typeIds ?? [];
        expect([...back].sort((a, b) => a - b)).toEqual(inverse(world.portal, typeIds));
      }
    }),
  );
});

test("every association has the unlabelled type, and leads to a record that is there", () => {
  fc.assert(
    fc.property(acts, (list) => {
      const world = smallPortal();
      for (const each of list) perform(world, each);

      for (const { to, typeIds } of world.portal.links.all()) {
        const kinds = typeIds.map((typeId) => associationType(world.portal, typeId).kind);
        expect(kinds).toContain("unlabeled");
        expect(world.portal.shelves[to.type].get(to.id)).toBeDefined();
      }
    }),
  );
});

test("a contact has one primary company at most, and names it", () => {
  fc.assert(
    fc.property(acts, (list) => {
      const world = smallPortal();
      for (const each of list) perform(world, each);

      for (const contact of world.portal.shelves["0-1"].all()) {
        const primary = linksOf(world.portal, contact, "0-2").filter(({ typeIds }) =>
          typeIds.includes(1),
        );
        expect(primary.map(({ to }) => to.id)).toEqual(
          [contact.values["associatedcompanyid"]].filter((id) => id !== undefined),
        );
      }
    }),
  );
});
