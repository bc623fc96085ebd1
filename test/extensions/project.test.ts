import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { http } from "@hubspot/local-dev-lib/http";
import { parseProjectConfig } from "@hubspot/project-parsing-lib/projects";
import { translate } from "@hubspot/project-parsing-lib/translate";
import { optionalScopes, requiredScopes } from "../../server/hubspot/scopes.ts";
import { allowedProperties } from "../../src/facts/allow-list.ts";
import { pushedProperties } from "../../src/facts/pushed-properties.ts";
import { hybridPlaybook } from "../../src/playbook/hybrid.ts";
import { propertyCatalogue } from "../../src/projection/catalogue.ts";
import { entrypoints, projectDir, sourceDir } from "./upload.ts";

// HubSpot serves its schemas to signed-in accounts only: these stand in for them, by its documentation.
const anything = { type: "object" };
const card = {
  type: "object",
  required: ["name", "location", "entrypoint", "objectTypes"],
  additionalProperties: false,
  properties: {
    name: { type: "string" },
    description: { type: "string" },
    location: { enum: ["crm.record.tab", "crm.record.sidebar", "crm.preview", "helpdesk.sidebar"] },
    entrypoint: { type: "string", pattern: "^/app/cards/[^/]+\\.tsx$" },
    objectTypes: { type: "array", minItems: 1, items: { type: "string" } },
  },
};
const settings = {
  type: "object",
  required: ["entrypoint"],
  additionalProperties: false,
  properties: { entrypoint: { type: "string", pattern: "^/app/settings/[^/]+\\.tsx$" } },
};
const page = {
  type: "object",
  required: ["entrypoint"],
  additionalProperties: false,
  properties: { entrypoint: { type: "string", pattern: "^/app/pages/[^/]+\\.tsx$" } },
};
const workflowAction = {
  type: "object",
  required: ["actionUrl", "isPublished", "supportedClients", "outputFields", "labels"],
};
const schemas = {
  APPLICATION: anything,
  CARD: card,
  PAGE: page,
  SETTINGS: settings,
  WEBHOOKS: anything,
  WORKFLOW_ACTION: workflowAction,
};

type Config = Readonly<Record<string, never>>;
type Subscription = {
  readonly subscriptionType: string;
  readonly objectType: string;
  readonly propertyName?: string;
};

function configOf(path: string): Config {
  const file = JSON.parse(readFileSync(join(sourceDir, path), "utf8")) as { config: Config };
  return file.config;
}
const app = configOf("app/app-hsmeta.json");
const webhooks = configOf("app/webhooks/webhooks-hsmeta.json");
const { crmObjects } = webhooks["subscriptions"] as unknown as { crmObjects: Subscription[] };
const subscribed = crmObjects.filter(({ propertyName }) => propertyName !== undefined);

test("HubSpot's own parser accepts the project and skips no file", async () => {
  http.get = (async () => ({ data: schemas })) as unknown as typeof http.get;
  const { srcDir, platformVersion } = parseProjectConfig(projectDir);
  const source = { projectSourceDir: join(projectDir, srcDir), platformVersion, accountId: 1 };

  const result = await translate(source, { skipValidation: false, profile: "dev" });

  const { intermediateNodesIndexedByUid: nodes } = result.intermediateRepresentation;
  expect(Object.keys(nodes).toSorted()).toEqual([
    "medqual_app",
    "medqual_check_committee",
    "medqual_pages",
    "medqual_qualify_now",
    "medqual_webhooks",
    "qualification_contact_sidebar",
    "qualification_contact_tab",
    "qualification_deal_tab",
    "qualification_settings",
  ]);
  expect(result.skippedHsMetaFiles).toEqual([]);
});

test("the app asks for the scopes that the server asks for, in the same words", () => {
  const asked = app["auth"] as unknown as { requiredScopes: string[]; optionalScopes: string[] };

  expect(asked.requiredScopes.toSorted()).toEqual(requiredScopes.toSorted());
  expect(asked.optionalScopes.toSorted()).toEqual(
    optionalScopes.map(({ scope }) => scope).toSorted(),
  );
});

test.each(entrypoints(sourceDir))("the entry %s is there, directly in its folder", (entrypoint) => {
  expect(entrypoint).toMatch(/^\/app\/\w+\/[^/]+\.tsx$/);
  expect(existsSync(join(sourceDir, entrypoint))).toBe(true);
});

test.each(["app/cards", "app/pages", "app/settings", "app/packages/ui"])(
  "the packages of %s are those the tests run with",
  (name) => {
    const versions = (file: string) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(
        readFileSync(file, "utf8"),
      ) as Readonly<Record<string, Readonly<Record<string, string>>>>;
      return { ...devDependencies, ...dependencies };
    };

    const { "@medqual/ui": _, ...own } = versions(join(sourceDir, name, "package.json"));
    expect(versions(join(projectDir, "package.json"))).toMatchObject(own);
  },
);

test.each(propertyCatalogue.map((each) => [each.objectType, each.name, each.role] as const))(
  "of %s, %s is heard of only if people set it",
  (objectType, name, role) => {
    const isHeard = subscribed.some(
      (each) => pluralOf(each) === objectType && each.propertyName === name,
    );

    expect(isHeard).toBe(role === "input");
  },
);

test("what it hears of is what it reads", () => {
  const read = allowedProperties(hybridPlaybook);
  const idle = subscribed.filter((each) => !read[pluralOf(each)].includes(each.propertyName ?? ""));

  expect(idle).toEqual([]);
});

test("the server knows which properties HubSpot pushes", () => {
  for (const [type, names] of Object.entries(pushedProperties)) {
    const pushed = subscribed.filter((each) => pluralOf(each) === type);
    expect(new Set(pushed.map(({ propertyName }) => propertyName))).toEqual(new Set(names));
  }
});

function pluralOf({ objectType }: Subscription): "contacts" | "companies" | "deals" {
  const plurals = { contact: "contacts", company: "companies", deal: "deals" } as const;
  return plurals[objectType as keyof typeof plurals];
}
