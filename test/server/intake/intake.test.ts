import { parseDelivery, type WebhookEvent } from "../../../server/intake/parse-events.ts";
import { isOwnWrite, touchedRecords } from "../../../server/intake/touched-records.ts";

const event = (fields: Partial<WebhookEvent>): WebhookEvent => ({
  portalId: 42,
  appId: 7,
  subscriptionType: "object.propertyChange",
  objectTypeId: "0-1",
  objectId: 101,
  ...fields,
});

test.each<[string, Partial<WebhookEvent>, string[]]>([
  ["a property change", { propertyName: "jobtitle" }, ["contacts 101 changed"]],
  [
    "a property change in the legacy form",
    { subscriptionType: "contact.propertyChange", objectTypeId: undefined as never },
    ["contacts 101 changed"],
  ],
  [
    "the field's other name",
    {
      subscriptionType: undefined as never,
      eventType: "deal.creation",
      objectTypeId: undefined as never,
    },
    ["deals 101 changed"],
  ],
  ["a deletion", { subscriptionType: "object.deletion" }, ["contacts 101 changed"]],
  [
    "a privacy deletion",
    { subscriptionType: "contact.privacyDeletion" },
    ["contacts 101 forgotten"],
  ],
  [
    "a merge: the survivor and everything merged into it",
    {
      subscriptionType: "contact.merge",
      objectId: 101,
      primaryObjectId: 101,
      mergedObjectIds: [102],
      newObjectId: 103,
    },
    ["contacts 101 changed", "contacts 103 changed", "contacts 102 changed"],
  ],
  [
    "an association change: both ends",
    {
      subscriptionType: "object.associationChange",
      objectId: undefined as never,
      fromObjectTypeId: "0-3",
      fromObjectId: 9,
      toObjectTypeId: "0-1",
      toObjectId: 101,
    },
    ["deals 9 changed", "contacts 101 changed"],
  ],
  [
    "an association change in the legacy form",
    {
      subscriptionType: "contact.associationChange",
      associationType: "CONTACT_TO_COMPANY",
      fromObjectId: 101,
      toObjectId: 5,
    },
    ["contacts 101 changed", "companies 5 changed"],
  ],
  ["an object we do not serve", { objectTypeId: "0-5", subscriptionType: "ticket.creation" }, []],
])("%s touches the right records", (_what, fields, expected) => {
  const touched = touchedRecords(event(fields));

  expect(touched.map((t) => `${t.objectType} ${t.objectId} ${t.kind}`)).toEqual(expected);
});

test.each([
  ["our own write", { changeSource: "INTEGRATION", sourceId: "7" }, true],
  ["another app's write", { changeSource: "INTEGRATION", sourceId: "8" }, false],
  ["a person's change", { changeSource: "CRM_UI", sourceId: "userId:7" }, false],
  ["an import with our number", { changeSource: "IMPORT", sourceId: "7" }, false],
])("%s is told apart", (_what, fields, own) => {
  expect(isOwnWrite(event(fields))).toBe(own);
});

test.each([["not json"], ['{"objectId":1}'], ["null"], [""]])(
  "a body that is no list of events is malformed: %j",
  (body) => {
    expect(parseDelivery(body).kind).toBe("malformed");
  },
);

test("one unreadable event does not lose the others", () => {
  const delivery = parseDelivery(JSON.stringify([event({}), { portalId: "x" }, 3]));

  expect(delivery).toEqual({ kind: "events", events: [event({})], unreadable: 2 });
});
