import { Flex, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { PersonView, RoleView } from "../../../../src/view/card-view.ts";
import { ActButton } from "./ActButton.tsx";
import { NotSaved } from "./NotSaved.tsx";
import { PersonLink } from "./PersonLink.tsx";

/** The people of a role, or whom to ask for it; who probably has it is confirmed with one press. */
export function RolePeople({ role }: { readonly role: RoleView }) {
  const { committee } = useTexts(cardTexts);
  const { people, ask } = role;
  if (people.length === 0) return <Text variant="microcopy">{ask ?? committee.nobody}</Text>;
  return (
    <Flex direction="column" gap="extra-small">
      {people.map((person) => (
        <RolePerson key={person.id} person={person} />
      ))}
    </Flex>
  );
}

const property = "medqual_committee_role";

function RolePerson({ person }: { readonly person: PersonView }) {
  const { committee } = useTexts(cardTexts);
  const { id, name, title, standing, proposal } = person;
  const notes = [title, standing === "there" ? null : committee[standing]];
  return (
    <>
      <Flex direction="row" gap="extra-small" align="center" wrap>
        <PersonLink id={id} name={name} />
        <Text variant="microcopy" inline>
          {notes.filter((note) => note !== null).join(", ")}
        </Text>
        {proposal.length === 0 ? null : (
          <ActButton
            action={{ kind: "fill", property, values: proposal }}
            objectId={id}
            testId={`confirm-role-${id}`}
          >
            {committee.confirm}
          </ActButton>
        )}
      </Flex>
      <NotSaved
        of={(action, objectId) =>
          objectId === id && action.kind === "fill" && action.property === property
        }
      />
    </>
  );
}
