import type { ObjectTypeId } from "../object-type.ts";

/** Type ids of one pair of object types, there and back. Source: HubSpot's list of type ids. */
export type StandardPair = {
  readonly ends: readonly [from: ObjectTypeId, to: ObjectTypeId];
  readonly unlabeled: readonly [there: number, back: number];
  /** When a record of the first type has one record of the second that stands out. */
  readonly primary?: readonly [there: number, back: number];
};

export const standardPairs: readonly StandardPair[] = [
  { ends: ["0-1", "0-2"], unlabeled: [279, 280], primary: [1, 2] },
  { ends: ["0-1", "0-3"], unlabeled: [4, 3] },
  { ends: ["0-3", "0-2"], unlabeled: [341, 342], primary: [5, 6] },
  { ends: ["0-1", "0-1"], unlabeled: [449, 449] },
  { ends: ["0-2", "0-2"], unlabeled: [450, 450] },
  { ends: ["0-3", "0-3"], unlabeled: [451, 451] },
  { ends: ["0-136", "0-1"], unlabeled: [608, 609], primary: [578, 579] },
  { ends: ["0-136", "0-2"], unlabeled: [610, 611], primary: [580, 581] },
  { ends: ["0-136", "0-3"], unlabeled: [1037, 1038], primary: [582, 583] },
  { ends: ["0-1", "0-48"], unlabeled: [193, 194] },
  { ends: ["0-1", "0-49"], unlabeled: [197, 198] },
  { ends: ["0-1", "0-47"], unlabeled: [199, 200] },
  { ends: ["0-1", "0-46"], unlabeled: [201, 202] },
  { ends: ["0-1", "0-27"], unlabeled: [203, 204] },
  { ends: ["0-2", "0-48"], unlabeled: [181, 182] },
  { ends: ["0-2", "0-49"], unlabeled: [185, 186] },
  { ends: ["0-2", "0-47"], unlabeled: [187, 188] },
  { ends: ["0-2", "0-46"], unlabeled: [189, 190] },
  { ends: ["0-2", "0-27"], unlabeled: [191, 192] },
  { ends: ["0-3", "0-48"], unlabeled: [205, 206] },
  { ends: ["0-3", "0-49"], unlabeled: [209, 210] },
  { ends: ["0-3", "0-47"], unlabeled: [211, 212] },
  { ends: ["0-3", "0-46"], unlabeled: [213, 214] },
  { ends: ["0-3", "0-27"], unlabeled: [215, 216] },
  { ends: ["0-136", "0-48"], unlabeled: [596, 597] },
  { ends: ["0-136", "0-49"], unlabeled: [598, 599] },
  { ends: ["0-136", "0-47"], unlabeled: [600, 601] },
  { ends: ["0-136", "0-27"], unlabeled: [646, 647] },
  { ends: ["0-136", "0-46"], unlabeled: [854, 855] },
];

/** The one labelled pair every portal has: which of two companies belongs to which. */
export const parentAndChild = {
  type: "0-2",
  parentToChild: 13,
  childToParent: 14,
} as const;
