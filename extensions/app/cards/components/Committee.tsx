import {
  Flex,
  Heading,
  ProgressBar,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  Tile,
} from "@hubspot/ui-extensions";
import type { CommitteeView, RoleView } from "../../../../src/view/card-view.ts";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";

type Props = { readonly committee: CommitteeView };

/** Who has to agree, who of them is there, and whom to approach next. */
export function Committee({ committee }: Props) {
  const texts = useTexts(cardTexts);
  const format = useFormat();
  const share = format.percent(committee.completeness);
  return (
    <Flex direction="column" gap="small">
      <Heading>{committee.title}</Heading>
      <ProgressBar
        title={committee.sentence}
        aria-label={`${texts.committee.completeness}: ${share}`}
        value={committee.completeness}
        maxValue={100}
        valueDescription={share}
        variant={committee.completeness >= 100 ? "success" : "warning"}
      />
      {committee.roles.length === 0 ? null : <Roles roles={committee.roles} />}
      {committee.next === null ? null : (
        <Tile compact>
          <Text variant="microcopy" format={{ fontWeight: "demibold" }}>
            {texts.committee.next}
          </Text>
          <Text>{committee.next}</Text>
        </Tile>
      )}
    </Flex>
  );
}

function Roles({ roles }: { readonly roles: readonly RoleView[] }) {
  const texts = useTexts(cardTexts);
  return (
    <Table bordered density="condensed" testId="committee">
      <TableHead>
        <TableRow>
          <TableHeader>{texts.committee.role}</TableHeader>
          <TableHeader width="min">{texts.committee.state}</TableHeader>
          <TableHeader>{texts.committee.people}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {roles.map((role) => (
          <TableRow key={role.id}>
            <TableCell>
              <Text format={{ fontWeight: "demibold" }}>{role.label}</Text>
              <Text variant="microcopy">{role.needed}</Text>
            </TableCell>
            <TableCell>
              <StatusTag variant={role.tone}>{role.stateLabel}</StatusTag>
            </TableCell>
            <TableCell>
              <People people={role.people} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function People({ people }: { readonly people: RoleView["people"] }) {
  const texts = useTexts(cardTexts);
  if (people.length === 0) return <Text variant="microcopy">{texts.committee.nobody}</Text>;
  return (
    <>
      {people.map(({ id, name, title }) => (
        <Text key={id}>{title === null ? name : `${name}, ${title}`}</Text>
      ))}
    </>
  );
}
