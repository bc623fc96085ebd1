import { CrmActionLink } from "@hubspot/ui-extensions/crm";

type Props = { readonly id: string; readonly name: string };

/** A contact by name; a press has HubSpot show the record beside this one. */
export function PersonLink({ id, name }: Props) {
  return (
    <CrmActionLink
      actionType="PREVIEW_OBJECT"
      actionContext={{ objectTypeId: "0-1", objectId: Number(id) }}
    >
      {name}
    </CrmActionLink>
  );
}
