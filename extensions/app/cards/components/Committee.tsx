import {
  Flex,
  Heading,
  ProgressBar,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from "@hubspot/ui-extensions";
import { CrmActionButton } from "@hubspot/ui-extensions/crm";
import { ToneTag } from "@medqual/ui/components/ToneTag.tsx";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { cardTexts } from "@medqual/ui/texts/cards.ts";
import type { CommitteeView, RoleView } from "../../../../src/view/card-view.ts";
import { RolePeople } from "./RolePeople.tsx";

/** Who has to agree, who of them is there, and whom to approach next. */
export function Committee({ committee }: { readonly committee: CommitteeView }) {
  const texts = useTexts(cardTexts);
  const format = useFormat();
  const share = format.percent(committee.completeness);
  return (
    <Flex direction="column" gap="small">
      <Flex direction="row" gap="small" align="center" justify="between" wrap>
        <Heading>{committee.title}</Heading>
        <AddPerson addTo={committee.addTo} />
      </Flex>
      {committee.next === null ? null : (
        <Text>
          <Text inline format={{ fontWeight: "demibold" }}>
            {`${texts.committee.next}:`}
          </Text>{" "}
          {committee.next}
        </Text>
      )}
      <ProgressBar
        title={committee.sentence}
        aria-label={`${texts.committee.completeness}: ${share}`}
        value={committee.completeness}
        maxValue={100}
        valueDescription={share}
        variant={committee.completeness >= 100 ? "success" : "warning"}
      />
      {committee.roles.length === 0 ? null : <Roles roles={committee.roles} />}
    </Flex>
  );
}

/** HubSpot's own form, which knows the account's rules for associations. */
function AddPerson({ addTo }: { readonly addTo: CommitteeView["addTo"] }) {
  const { committee } = useTexts(cardTexts);
  if (addTo === null) return null;
  const association = { objectTypeId: addTo.objectTypeId, objectId: Number(addTo.objectId) };
  return (
    <CrmActionButton
      actionType="OPEN_RECORD_ASSOCIATION_FORM"
      actionContext={{ objectTypeId: "0-1", association }}
      size="xs"
      variant="secondary"
    >
      {committee.add}
    </CrmActionButton>
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
              <ToneTag tone={role.tone}>{role.stateLabel}</ToneTag>
            </TableCell>
            <TableCell>
              <RolePeople role={role} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
