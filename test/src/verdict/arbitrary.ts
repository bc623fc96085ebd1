import fc from "fast-check";
import type { Profile } from "../../../src/facts/contact-facts.ts";
import { type Fact, unknown } from "../../../src/facts/fact.ts";
import { signalKinds } from "../../../src/facts/signal.ts";
import {
  careSettings,
  isCareSetting,
  isOrganizationType,
  isRole,
  isServiceInterest,
  isSpecialty,
  organizationTypes,
  roles,
  serviceInterests,
  specialties,
} from "../../../src/facts/vocabulary.ts";
import { day, hour, now, signal, stated } from "./build-facts.ts";

/** Signals of the last half year, some of them in the future. */
export const anySignal = fc
  .record({
    kind: fc.constantFrom(...signalKinds),
    ageHours: fc.integer({ min: -48, max: 180 * 24 }),
    own: fc.boolean(),
  })
  .map(({ kind, ageHours, own }) => signal(kind, now - ageHours * hour, { own }));
export const anySignals = fc.uniqueArray(anySignal, { maxLength: 12, selector: ({ id }) => id });

export const anyInstant = fc.integer({ min: now, max: now + 200 * day });

export const anyProfile: fc.Arbitrary<Profile> = fc.record({
  organizationType: fact(
    fc.constantFrom(...Object.keys(organizationTypes).filter(isOrganizationType)),
  ),
  specialty: fact(fc.constantFrom(...Object.keys(specialties).filter(isSpecialty))),
  serviceInterest: fact(fc.subarray(Object.keys(serviceInterests).filter(isServiceInterest))),
  role: fact(fc.subarray(Object.keys(roles).filter(isRole))),
  size: fact(fc.nat(60)),
  providers: fact(fc.nat(60)),
  beds: fact(fc.nat(600)),
  sites: fact(fc.nat(20)),
  careSetting: fact(fc.subarray(Object.keys(careSettings).filter(isCareSetting))),
  country: fact(fc.constantFrom("US", "CA", "FR")),
  region: fact(fc.constantFrom("US-TX", "US-OH", "CA-ON")),
  ehr: fact(fc.constantFrom("Epic", "none", "other")),
  email: fact(fc.constantFrom(...(["business", "shared", "free-mail", "education"] as const))),
});

function fact<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> {
  const certainty = fc.constantFrom("stated" as const, "inferred" as const);
  const isKnown = fc.tuple(value, certainty).map(([v, c]): Fact<T> => stated(v, c));
  return fc.oneof(
    { weight: 2, arbitrary: isKnown },
    { weight: 1, arbitrary: fc.constant(unknown) },
  );
}
