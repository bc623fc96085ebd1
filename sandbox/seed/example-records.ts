import { forms } from "./conversions.ts";
import { dayMs, hourMs } from "./office-time.ts";
import { salesOwners } from "./portal-setup.ts";
import type { SeedContact, SeedDeal, SeedRecord } from "./seed-portal.ts";

type Records = {
  readonly companies: readonly SeedRecord[];
  readonly contacts: readonly SeedContact[];
  readonly deals: readonly SeedDeal[];
};

/**
 * Three leads of today: a practice that asks for a demo, a hospital that downloads a guide, a
 * clinician who registers for a webinar. Nothing about them is left to chance.
 */
export function exampleRecords(now: number): Records {
  const ago = (ageMs: number) => new Date(now - ageMs).toISOString();
  const demoAt = ago(hourMs * (40 / 60));
  const guideAt = ago(5 * hourMs);
  const webinarAt = ago(20 * hourMs);
  const ownerId = salesOwners[0]?.id ?? "";
  return {
    companies: [
      company("example-1", demoAt, {
        name: "Lakeside Family Practice",
        domain: "lakesidefamily.example",
        industry: "MEDICAL_PRACTICE",
        organization_type: "Independent practice",
        numberofemployees: "38",
        number_of_providers: "9",
        ehr_system: "athenahealth",
        state: "Illinois",
      }),
      company("example-2", ago(120 * dayMs), {
        name: "St. Brendan Regional Hospital",
        domain: "stbrendan.example",
        industry: "HOSPITAL_HEALTH_CARE",
        organization_type: "Hospital",
        numberofemployees: "1400",
        ehr_system: "Epic",
        state: "Ohio",
      }),
      company("example-3", ago(60 * dayMs), {
        name: "Northgate Cardiology Associates",
        domain: "northgatecardiology.example",
        industry: "MEDICAL_PRACTICE",
        organization_type: "Cardiology practice",
        numberofemployees: "64",
        number_of_providers: "14",
        ehr_system: "eClinicalWorks",
        state: "Texas",
      }),
    ],
    contacts: [
      {
        key: "example-1",
        company: "example-1",
        createdAt: demoAt,
        properties: {
          email: "dana.whitfield@lakesidefamily.example",
          firstname: "Dana",
          lastname: "Whitfield",
          jobtitle: "Practice Manager",
          service_interest: "Online scheduling",
          specialty: "Family medicine",
          hubspot_owner_id: ownerId,
          ...converted(forms.demo, demoAt, "PAID_SEARCH"),
        },
      },
      {
        key: "example-2",
        company: "example-2",
        createdAt: guideAt,
        properties: {
          email: "marcus.oyelaran@stbrendan.example",
          firstname: "Marcus",
          lastname: "Oyelaran",
          jobtitle: "Director of Patient Access",
          ...converted(forms.referralGuide, guideAt, "ORGANIC_SEARCH"),
        },
      },
      {
        key: "example-3",
        company: "example-3",
        createdAt: webinarAt,
        properties: {
          email: "priya.raman@northgatecardiology.example",
          firstname: "Priya",
          lastname: "Raman",
          jobtitle: "Cardiologist, MD",
          specialty: "Cardio",
          service_interest: "Scheduling",
          ...converted(forms.cardiologyRegistration, webinarAt, "EMAIL_MARKETING"),
        },
      },
      colleague("example-2", ["Helen", "Marsh", "stbrendan.example"], ago(120 * dayMs)),
      colleague("example-2", ["Tom", "Becker", "stbrendan.example"], ago(120 * dayMs)),
      colleague("example-3", ["Joan", "Ellis", "northgatecardiology.example"], ago(60 * dayMs)),
    ],
    deals: [
      {
        key: "example-1",
        company: "example-1",
        contacts: ["example-1"],
        createdAt: ago(hourMs / 2),
        properties: {
          dealname: "Lakeside Family Practice – scheduling",
          dealstage: "appointmentscheduled",
          pipeline: "default",
          hubspot_owner_id: ownerId,
        },
      },
    ],
  };
}

function company(
  key: string,
  createdAt: string,
  properties: Readonly<Record<string, string>>,
): SeedRecord {
  return {
    key,
    createdAt,
    properties: { ...properties, country: "United States", lifecyclestage: "lead" },
  };
}

function converted(event: string, at: string, source: string): Readonly<Record<string, string>> {
  return {
    lifecyclestage: "lead",
    hs_analytics_source: source,
    first_conversion_event_name: event,
    first_conversion_date: at,
    recent_conversion_event_name: event,
    recent_conversion_date: at,
    num_conversion_events: "1",
  };
}

/** Somebody who came with a list, with nothing but a name and an address. */
function colleague(
  employer: string,
  [firstName, lastName, domain]: readonly [string, string, string],
  createdAt: string,
): SeedContact {
  return {
    key: `${employer}-${firstName.toLowerCase()}`,
    company: employer,
    createdAt,
    properties: {
      email: `${firstName}.${lastName}@${domain}`.toLowerCase(),
      firstname: firstName,
      lastname: lastName,
      lifecyclestage: "lead",
      hs_analytics_source: "OFFLINE",
    },
  };
}
