const seconds = 1000;
const minutes = 60 * seconds;

/** How often what HubSpot does not push is looked at, in milliseconds. */
export const readEvery = {
  /** What was sent with a form that answers an offer. */
  submissions: minutes,
  /** Meetings, calls and e-mails. */
  activities: minutes,
  /** Webinars and fairs. */
  events: 5 * minutes,
  /** The portal's Webhooks Journal. */
  journal: 15 * seconds,
} as const;
