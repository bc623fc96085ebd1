import { rolesOfPerson, type RoleWords, rolesOfTitle } from "../../../src/facts/roles-of-title.ts";
import type { OrganizationType } from "../../../src/facts/vocabulary.ts";

describe("a title", () => {
  test.each([
    ["CMO", "hospital", "clinical_executive"],
    ["CMO", null, ""],
    ["CMO", "medtech", ""],
    ["Chief Marketing Officer", "hospital", ""],
    ["CMO, Brand & Growth", "health_system", ""],
    ["CMO, MD", null, "clinical_executive"],
    ["Assistant to the CFO", null, ""],
    ["CFO's Assistant", null, ""],
    ["Assistant CFO", null, "finance"],
    ["Physician Assistant", null, "end_user"],
    ["former CIO", null, ""],
    ["CIO (retired)", null, ""],
    ["Former CIO; VP Operations", null, "operations"],
    ["VP, Supply Chain & Finance", null, "procurement finance"],
    ["Director of Nursing Informatics", null, "clinical_informatics"],
    ["Interim CNO", null, "clinical_executive"],
    ["Chief of Staff", "hospital", ""],
    ["Chief of Staff, MD", null, "clinical_executive"],
    ["Director of Quality, RN, MSN, MBA, FACHE", null, "quality_safety"],
    ["RN, MSN", null, "end_user"],
    ["Practice Manager – IT", null, "operations"],
    ["Vice President", null, ""],
    ["VP Revenue Cycle Operations", null, "finance"],
    ["Director of Finance & Operations", null, "finance operations"],
    ["Family Physician, DO", null, "physician_champion"],
    ["I do everything", null, ""],
    ["OR Director", null, "department_lead"],
    ["Administrator", "hospital", "executive_sponsor"],
    ["Administrator", "independent_practice", "operations"],
    ["Owner & Orthopedic Surgeon", null, "owner_physician"],
    ["Cheif Nursing Oficer", null, "clinical_executive"],
    ["", null, ""],
  ] as const)("%j at %s proves %j", (title, at, expected) => {
    const { roles } = rolesOfTitle(title, at);

    expect(roles.toSorted()).toEqual(expected.split(" ").filter(Boolean).toSorted());
  });

  test.each([
    ["VP, Supply Chain & Finance", "Supply Chain, Finance"],
    ["Director of Nursing, RN", "Nursing"],
    ["Vice President", null],
  ])("%j is read by the words %j", (title, words) => {
    expect(rolesOfTitle(title).words).toBe(words);
  });

  test.each([
    ["CMO", null, ["clinical_executive"]],
    ["Administrator", null, ["executive_sponsor", "operations"]],
    ["Administrator", "hospital", []],
    ["Chief Marketing Officer", null, []],
  ] as const)("%j at %s leaves open %j", (title, at, probable) => {
    expect(rolesOfTitle(title, at).probable).toEqual(probable);
  });
});

describe("a person", () => {
  const read = (words: Partial<RoleWords>, at: OrganizationType | null = null) => {
    const nothing = { title: null, buyingRoles: [], stated: [] };
    return rolesOfPerson({ ...nothing, ...words }, at);
  };

  test("has the roles somebody stated, whatever the title says", () => {
    const held = read({ title: "CFO", stated: ["champion", "no such role"] });

    expect(held).toMatchObject({ roles: ["champion"], rolesFrom: "person", words: "Champion" });
  });

  test("has on one deal the roles its association is labelled with", () => {
    const stated = ["finance"];

    expect(read({ stated, labels: ["Executive sponsor"] }).roles).toEqual(["executive_sponsor"]);
    expect(read({ stated, labels: ["Old friend"] }).roles).toEqual(["finance"]);
  });

  test.each([
    ["VP, Supply Chain & Finance", ["DECISION_MAKER"], ["procurement", "finance"]],
    ["COO / CFO", ["BUDGET_HOLDER"], ["finance"]],
    ["COO / CFO", ["EXECUTIVE_SPONSOR"], ["executive_sponsor"]],
    ["CFO", ["CHAMPION"], ["finance"]],
  ])("%j with the stance %j is %j: it picks among the title's roles", (title, stance, expected) => {
    expect(read({ title, buyingRoles: stance })).toMatchObject({
      roles: expected,
      rolesFrom: "title",
    });
  });

  test("a stance chooses between two readings of a title, and confirms no single one", () => {
    const buyingRoles = ["DECISION_MAKER"];

    expect(read({ title: "Administrator", buyingRoles }).roles).toEqual(["operations"]);
    expect(read({ title: "CMO", buyingRoles })).toMatchObject({
      roles: [],
      suggested: ["clinical_executive"],
    });
  });

  test.each([
    ["CHAMPION", ["champion"], []],
    ["EXECUTIVE_SPONSOR", ["executive_sponsor"], []],
    ["END_USER", ["end_user"], []],
    ["BUDGET_HOLDER", [], ["finance"]],
    ["LEGAL_AND_COMPLIANCE", [], ["compliance_privacy"]],
    ["DECISION_MAKER", [], []],
    ["INFLUENCER", [], []],
    ["BLOCKER", [], []],
    ["OTHER", [], []],
  ])("the stance %s alone gives %j and suggests %j", (stance, roles, suggested) => {
    expect(read({ buyingRoles: [stance] })).toMatchObject({ roles, suggested });
  });

  test("a label that is one of HubSpot's stances is a stance", () => {
    expect(read({ title: "COO / CFO", labels: ["Budget holder"] }).roles).toEqual(["finance"]);
    expect(read({ labels: ["Decision maker"] }).roles).toEqual([]);
  });
});
