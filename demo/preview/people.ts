/** Users of the portal that the preview may be used as; HubSpot signs requests with their id. */
export type Person = {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
  /** HubSpot lets them look at records and settings, and change nothing. */
  readonly isReadOnly: boolean;
};

/** Two, because a playbook is approved by two people, and one who may only look. */
export const people: readonly [Person, ...Person[]] = [
  {
    id: 9001,
    email: "mara.lindqvist@example.com",
    firstName: "Mara",
    lastName: "Lindqvist",
    role: "Marketing",
    isReadOnly: false,
  },
  {
    id: 9002,
    email: "samuel.okafor@example.com",
    firstName: "Samuel",
    lastName: "Okafor",
    role: "Sales lead",
    isReadOnly: false,
  },
  {
    id: 9003,
    email: "rhea.novak@example.com",
    firstName: "Rhea",
    lastName: "Novak",
    role: "May only look",
    isReadOnly: true,
  },
];

export function findPerson(id: number): Person | undefined {
  return people.find((person) => person.id === id);
}
