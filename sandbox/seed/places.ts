import type { Weighted } from "./random.ts";

export type Place = {
  readonly city: string;
  readonly state: string;
  readonly stateCode: string;
  readonly country: string;
  /** Empty where an invented number would not look right. */
  readonly areaCode: string;
};

/** Where organisations are: the United States, with a few elsewhere. */
export const places: Weighted<Place> = [
  ...inCountry("United States", 3, [
    ["Naperville", "Illinois", "IL", "630"],
    ["Peoria", "Illinois", "IL", "309"],
    ["Rockford", "Illinois", "IL", "815"],
    ["Dayton", "Ohio", "OH", "937"],
    ["Toledo", "Ohio", "OH", "419"],
    ["Akron", "Ohio", "OH", "330"],
    ["Plano", "Texas", "TX", "972"],
    ["Waco", "Texas", "TX", "254"],
    ["Lubbock", "Texas", "TX", "806"],
    ["San Antonio", "Texas", "TX", "210"],
    ["Tampa", "Florida", "FL", "813"],
    ["Ocala", "Florida", "FL", "352"],
    ["Naples", "Florida", "FL", "239"],
    ["Fresno", "California", "CA", "559"],
    ["Sacramento", "California", "CA", "916"],
    ["Riverside", "California", "CA", "951"],
    ["Macon", "Georgia", "GA", "478"],
    ["Savannah", "Georgia", "GA", "912"],
    ["Raleigh", "North Carolina", "NC", "919"],
    ["Asheville", "North Carolina", "NC", "828"],
    ["Knoxville", "Tennessee", "TN", "865"],
    ["Chattanooga", "Tennessee", "TN", "423"],
    ["Scranton", "Pennsylvania", "PA", "570"],
    ["Erie", "Pennsylvania", "PA", "814"],
    ["Albany", "New York", "NY", "518"],
    ["Syracuse", "New York", "NY", "315"],
    ["Worcester", "Massachusetts", "MA", "508"],
    ["Grand Rapids", "Michigan", "MI", "616"],
    ["Lansing", "Michigan", "MI", "517"],
    ["Madison", "Wisconsin", "WI", "608"],
    ["Duluth", "Minnesota", "MN", "218"],
    ["Des Moines", "Iowa", "IA", "515"],
    ["Springfield", "Missouri", "MO", "417"],
    ["Wichita", "Kansas", "KS", "316"],
    ["Tulsa", "Oklahoma", "OK", "918"],
    ["Boulder", "Colorado", "CO", "303"],
    ["Mesa", "Arizona", "AZ", "480"],
    ["Boise", "Idaho", "ID", "208"],
    ["Spokane", "Washington", "WA", "509"],
    ["Eugene", "Oregon", "OR", "541"],
    ["Richmond", "Virginia", "VA", "804"],
    ["Greenville", "South Carolina", "SC", "864"],
    ["Mobile", "Alabama", "AL", "251"],
    ["Lexington", "Kentucky", "KY", "859"],
  ]),
  ...inCountry("Canada", 1, [
    ["London", "Ontario", "ON", "519"],
    ["Kelowna", "British Columbia", "BC", "250"],
    ["Halifax", "Nova Scotia", "NS", "902"],
  ]),
  ...inCountry("United Kingdom", 1, [
    ["Leeds", "", "", ""],
    ["Exeter", "", "", ""],
  ]),
];

/** For kinds of organisation that only exist in the United States. */
export const usPlaces = places.filter(([{ country }]) => country === "United States");

/** How people write their country when a form lets them. */
export const countrySpellings: Readonly<Record<string, readonly string[]>> = {
  "United States": ["United States", "United States", "USA", "US", "us", "U.S."],
  Canada: ["Canada", "canada", "CA"],
  "United Kingdom": ["United Kingdom", "UK", "England"],
};

type Row = readonly [city: string, state: string, stateCode: string, areaCode: string];

function inCountry(country: string, weight: number, rows: readonly Row[]): Weighted<Place> {
  return rows.map(([city, state, stateCode, areaCode]) => [
    { city, state, stateCode, country, areaCode },
    weight,
  ]);
}
