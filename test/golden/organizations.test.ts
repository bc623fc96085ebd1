import { blocksOf } from "../../sandbox/seed/generated/generated-portal.ts";
import { inferOrganizationType } from "../../src/facts/organization-type.ts";
import { typeOfKind } from "./planted-field-values.ts";

const now = Date.UTC(2026, 10, 24, 15, 30);
const said = (property: string, text: string) => ({ property, text });

test.each([1, 2])(
  "of the generated organisations of seed %i hardly any type is concluded wrongly, and most are",
  (seed) => {
    const organisations = [...blocksOf({ contacts: 3_000, seed, now })].map(
      ({ organisation }) => organisation,
    );
    const read = organisations.map(({ name, domain, kind }) => ({
      name,
      truth: typeOfKind[kind.name],
      fact: inferOrganizationType(
        said("company.name", name),
        said("company.industry", kind.industry),
        { domain: said("company.domain", domain) },
      ),
    }));
    const known = read.flatMap(({ fact, ...rest }) =>
      fact.kind === "known" ? [{ ...rest, value: fact.value }] : [],
    );
    const wrong = known.filter(({ value, truth }) => value !== truth);

    expect(1 - wrong.length / known.length).toBeGreaterThanOrEqual(0.97);
    expect(known.length / read.length).toBeGreaterThanOrEqual(0.9);
  },
);
