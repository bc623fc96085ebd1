import type { ReactNode } from "react";
import type { SectionProps } from "../editing.tsx";
import { CommitteeSection } from "./CommitteeSection.tsx";
import { FitSection } from "./FitSection.tsx";
import { HandoffSection } from "./HandoffSection.tsx";
import { IntentSection } from "./IntentSection.tsx";
import { OffersSection } from "./OffersSection.tsx";
import { PeopleSection } from "./PeopleSection.tsx";
import { WordsSection } from "./WordsSection.tsx";

export type SectionId = "fit" | "intent" | "offers" | "committee" | "handoff" | "words" | "people";

/** The parts of a playbook, in the order in which a lead meets them. */
export const sections: readonly {
  readonly id: SectionId;
  readonly Section: (props: SectionProps) => ReactNode;
}[] = [
  { id: "fit", Section: FitSection },
  { id: "intent", Section: IntentSection },
  { id: "offers", Section: OffersSection },
  { id: "committee", Section: CommitteeSection },
  { id: "handoff", Section: HandoffSection },
  { id: "words", Section: WordsSection },
  { id: "people", Section: PeopleSection },
];
