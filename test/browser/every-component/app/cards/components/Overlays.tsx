import {
  Button,
  ButtonRow,
  Dropdown,
  Flex,
  LoadingButton,
  Link,
  Modal,
  ModalBody,
  ModalFooter,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  Tag,
  Text,
  Tooltip,
} from "@hubspot/ui-extensions";
import { CrmActionButton } from "@hubspot/ui-extensions/crm";

type Props = {
  readonly addAlert: (alert: { type: "success"; message: string; title: string }) => void;
  readonly closeOverlay: (id: string) => void;
};

export function Overlays({ addAlert, closeOverlay }: Props) {
  const alert = (message: string) => addAlert({ type: "success", title: "Done", message });
  return (
    <Flex direction="column" gap="small">
      <ButtonRow>
        <Button
          overlay={
            <Modal id="sure" title="Are you sure?">
              <ModalBody>
                <Text>Twelve contacts would change.</Text>
              </ModalBody>
              <ModalFooter>
                <Button
                  variant="primary"
                  onClick={(_event, reactions) => {
                    reactions.closeModal("sure");
                    alert("published");
                  }}
                >
                  Publish
                </Button>
              </ModalFooter>
            </Modal>
          }
        >
          Publish …
        </Button>
        <Button
          overlay={
            <Panel id="more" title="More">
              <PanelBody>
                <PanelSection>
                  <Text>Long content</Text>
                </PanelSection>
              </PanelBody>
              <PanelFooter>
                <Button onClick={() => closeOverlay("more")}>Done</Button>
              </PanelFooter>
            </Panel>
          }
        >
          More …
        </Button>
        <Button overlay={<Tooltip>Needs two people</Tooltip>}>Approve</Button>
        <LoadingButton loading>Saving</LoadingButton>
      </ButtonRow>
      <Dropdown buttonText="Actions">
        <Dropdown.ButtonItem onClick={() => alert("compared")}>Compare</Dropdown.ButtonItem>
        <Dropdown.ButtonItem onClick={() => alert("rolled back")}>Roll back</Dropdown.ButtonItem>
      </Dropdown>
      <Tag onClick={() => alert("tagged")}>Offer</Tag>
      <Link href="/contacts/1/record/0-1/1">The first contact</Link>
      <CrmActionButton
        actionType="OPEN_RECORD_ASSOCIATION_FORM"
        actionContext={{
          objectTypeId: "0-1",
          association: { objectTypeId: "0-3", objectId: 1 },
        }}
      >
        Add an association
      </CrmActionButton>
    </Flex>
  );
}
