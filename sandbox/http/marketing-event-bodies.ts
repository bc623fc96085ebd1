import { z } from "zod";

const instant = z.union([
  z.number().int(),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);

export const eventBody = z
  .strictObject({
    externalAccountId: z.string().min(1),
    externalEventId: z.string().min(1),
    eventName: z.string().min(1),
    eventOrganizer: z.string().min(1),
    eventType: z.string().optional(),
    eventDescription: z.string().optional(),
    eventUrl: z.string().optional(),
    startDateTime: instant.optional(),
    endDateTime: instant.optional(),
    eventCancelled: z.boolean().default(false),
    eventCompleted: z.boolean().default(false),
  })
  .transform((body) => ({
    externalAccountId: body.externalAccountId,
    externalEventId: body.externalEventId,
    name: body.eventName,
    organizer: body.eventOrganizer,
    type: body.eventType,
    description: body.eventDescription,
    url: body.eventUrl,
    startsAt: body.startDateTime,
    endsAt: body.endDateTime,
    cancelled: body.eventCancelled,
    completed: body.eventCompleted,
  }));

export const completeBody = z
  .strictObject({ startDateTime: instant, endDateTime: instant })
  .transform(({ startDateTime, endDateTime }) => ({
    startsAt: startDateTime,
    endsAt: endDateTime,
  }));

const interaction = {
  interactionDateTime: z.number().int(),
  properties: z.record(z.string(), z.string()).default({}),
};

export const attendeesBody = z.strictObject({
  inputs: z.array(z.strictObject({ vid: z.number().int(), ...interaction })),
});

export const attendeeEmailsBody = z.strictObject({
  inputs: z.array(
    z.strictObject({
      email: z.string(),
      contactProperties: z.record(z.string(), z.string()).default({}),
      ...interaction,
    }),
  ),
});
