import fc from "fast-check";
import { normalize } from "../../../src/facts/normalize.ts";
import {
  careSettings,
  organizationTypes,
  roles,
  serviceInterests,
  specialties,
} from "../../../src/facts/vocabulary.ts";

const kinds = ["organizationType", "specialty", "serviceInterest", "careSetting", "role"] as const;
type Kind = (typeof kinds)[number];
const roleLabels = Object.entries(roles).map(([id, { label }]) => [id, label] as const);
const vocabulary: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  organizationType: organizationTypes,
  specialty: specialties,
  serviceInterest: serviceInterests,
  careSetting: careSettings,
  role: Object.fromEntries(roleLabels),
};
/** `normalize` for any kind: the overloads speak of one kind each. */
function read(kind: Kind, text: string, synonyms: Readonly<Record<string, string>> = {}) {
  switch (kind) {
    case "organizationType":
      return normalize(kind, text, synonyms);
    case "specialty":
      return normalize(kind, text, synonyms);
    case "serviceInterest":
      return normalize(kind, text, synonyms);
    case "careSetting":
      return normalize(kind, text, synonyms);
    case "role":
      return normalize(kind, text, synonyms);
  }
}
function valueOf(kind: Kind, text: string): string | null {
  const found = read(kind, text);
  if (found.kind !== "certain") return null;
  return typeof found.value === "string" ? found.value : found.value.join(";");
}
const canonical = kinds.flatMap((kind) =>
  Object.entries(vocabulary[kind]).map(([value, label]) => ({ kind, value, label })),
);

describe("laws", () => {
  test("a canonical value is itself, and so is its label", () => {
    const strangers = canonical.filter(
      ({ kind, value, label }) => valueOf(kind, value) !== value || valueOf(kind, label) !== value,
    );

    expect(strangers).toEqual([]);
  });

  test("case, outer space, final punctuation and doubled space change nothing", () => {
    const changes: readonly ((text: string) => string)[] = [
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => `  ${text} `,
      (text) => `${text}.`,
      (text) => text.replaceAll(" ", "  "),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...canonical),
        fc.constantFrom(...changes),
        ({ kind, value, label }, change) => {
          expect(valueOf(kind, change(label))).toBe(value);
        },
      ),
    );
  });

  test("rewriting what was rewritten changes nothing", () => {
    const anyText = fc
      .array(fc.constantFrom(...canonical.map(({ label }) => label), "clinic", "not", "large", "x"))
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anyText, (kind, text) => {
        const once = valueOf(kind, text);
        fc.pre(once !== null);

        expect(valueOf(kind, once ?? "")).toBe(once);
      }),
    );
  });

  test("the words that prove a value are words of the text", () => {
    const anyText = fc
      .array(fc.constantFrom(...canonical.map(({ label }) => label), "clinic", "dept.", "CARDIO"))
      .map((words) => words.join(", "));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anyText, (kind, text) => {
        const found = read(kind, text);
        const words = found.kind === "none" ? [] : found.words.split(", ");

        for (const word of words) expect(text).toContain(word);
      }),
    );
  });

  test("whatever is written, nothing but a known value comes out", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: "grapheme" }), (kind, text) => {
        const found = read(kind, text);
        const values = found.kind === "none" ? [] : [found.value].flat();

        expect(values.filter((value) => !(value in vocabulary[kind]))).toEqual([]);
      }),
    );
  });

  test("a portal's own spelling wins over ours, whatever its case", () => {
    fc.assert(
      fc.property(fc.constantFrom(...canonical), fc.constantFrom(...canonical), (one, other) => {
        fc.pre(one.kind === other.kind && one.kind !== "role");
        const synonyms = { [one.label.toUpperCase()]: other.value };
        const found = read(one.kind, one.label, synonyms);

        expect(found).toMatchObject({ kind: "certain", words: one.label });
        expect([found.kind === "none" ? [] : found.value].flat()).toEqual([other.value]);
      }),
    );
  });
});

describe("organization types", () => {
  test.each([
    ["Hosp.", "hospital"],
    ["HOSPITALS", "hospital"],
    ["A.S.C.", "ambulatory_surgery_center"],
    ["Surgery Ctr", "ambulatory_surgery_center"],
    ["IDN", "health_system"],
    ["multi-specialty grp", "multispecialty_group"],
    ["Cardiology practice", "independent_practice"],
    ["Not-for-profit hospital", "hospital"],
    ["nonprofit hospital", "hospital"],
    ["DSO", "dental"],
    ["VA", "government"],
    ["Clinically integrated network", "aco"],
    ["DME supplier", "distributor"],
    ["EHR vendor", "health_it_vendor"],
    ["C.R.O.", "academic_research"],
  ])("%j is %s", (text, expected) => {
    expect(valueOf("organizationType", text)).toBe(expected);
  });

  test.each([
    ["clinic", "independent_practice"],
    ["Hospital?", "hospital"],
    ["not a hospital", "hospital"],
    ["former hospital", "hospital"],
    ["Hospital / ASC", "hospital"],
    ["Hospital supply company", "hospital"],
    ["hospitl", "hospital"],
    ["Ambulatory Surgury Center", "ambulatory_surgery_center"],
    ["indepednent practice", "independent_practice"],
  ])("%j is only proposed as %s", (text, value) => {
    expect(read("organizationType", text)).toMatchObject({ kind: "doubtful", value });
  });

  test.each(["", "n/a", "asdf", "Other stuff we do", "?", "1234"])(
    "%j says nothing sure",
    (text) => {
      expect(valueOf("organizationType", text)).toBeNull();
    },
  );
});

describe("specialties, interests, settings and roles", () => {
  test.each([
    ["specialty", "Cardio", "cardiology"],
    ["specialty", "cardiology dept.", "cardiology"],
    ["specialty", "OB/GYN", "obgyn"],
    ["specialty", "Ortho", "orthopedics"],
    ["specialty", "Foot & Ankle", "podiatry"],
    ["specialty", "Pain Mgmt", "pain_medicine"],
    ["serviceInterest", "online scheduling and referrals", "scheduling;referral_management"],
    ["serviceInterest", "RPM", "remote_monitoring"],
    ["serviceInterest", "AI scribe", "documentation"],
    ["careSetting", "Inpatient; Outpatient", "inpatient;outpatient"],
    ["role", "Exec sponsor", "executive_sponsor"],
    ["role", "IT team", "it_executive"],
    ["role", "CFO", "finance"],
    ["role", "VP, Supply Chain & Finance", "procurement;finance"],
  ] as const)("%s %j is %s", (kind, text, expected) => {
    expect(valueOf(kind, text)).toBe(expected);
  });

  test.each([
    ["specialty", "cardiolgy", "cardiology"],
    ["serviceInterest", "not interested in scheduling", ["scheduling"]],
    ["role", "Economic buyer", ["finance"]],
    ["role", "CMO", ["clinical_executive"]],
  ] as const)("%s %j is only proposed", (kind, text, value) => {
    expect(read(kind, text)).toMatchObject({ kind: "doubtful", value });
  });
});
