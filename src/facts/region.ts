const spellings: Readonly<Record<string, string>> = {
  US: `AL alabama ala, AK alaska, AZ arizona ariz, AR arkansas ark, CA california calif cali,
    CO colorado colo, CT connecticut conn, DE delaware del, FL florida fla, GA georgia, HI hawaii,
    ID idaho, IL illinois ill, IN indiana ind, IA iowa, KS kansas kans, KY kentucky, LA louisiana,
    ME maine, MD maryland, MA massachusetts mass, MI michigan mich, MN minnesota minn,
    MS mississippi miss, MO missouri, MT montana mont, NE nebraska nebr neb, NV nevada nev,
    NH new_hampshire, NJ new_jersey, NM new_mexico, NY new_york new_york_state, NC north_carolina,
    ND north_dakota, OH ohio, OK oklahoma okla, OR oregon ore, PA pennsylvania penn penna,
    RI rhode_island, SC south_carolina, SD south_dakota, TN tennessee tenn, TX texas tex, UT utah,
    VT vermont, VA virginia, WA washington washington_state wash, WV west_virginia, WI wisconsin wis wisc,
    WY wyoming wyo, DC district_of_columbia washington_dc washington_d_c, PR puerto_rico, GU guam,
    VI virgin_islands us_virgin_islands`,
  CA: `AB alberta alta, BC british_columbia, MB manitoba, NB new_brunswick,
    NL newfoundland newfoundland_and_labrador, NS nova_scotia, NT northwest_territories, NU nunavut,
    ON ontario ont, PE prince_edward_island pei, QC quebec que, SK saskatchewan sask, YT yukon`,
};
const codes: ReadonlyMap<string, string> = new Map(
  Object.entries(spellings).flatMap(([country, regions]) =>
    regions.split(",").flatMap((region) => {
      const [code = "", ...names] = region.trim().split(/\s+/u);
      return [code.toLowerCase(), ...names].map(
        (name) => [name.replaceAll("_", " "), `${country}-${code}`] as const,
      );
    }),
  ),
);

/**
 * ISO 3166-2 of a state or province of the United States or Canada, as people write it; `null` when
 * it is not one we know.
 */
export function regionCode(text: string): string | null {
  const words = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/^state of\s+/gu, "")
    .replaceAll(/^(?:us|ca)-/gu, "")
    .replaceAll(/[^\p{L}]+/gu, " ")
    .trim();
  return codes.get(words) ?? null;
}
