import { LoadingButton } from "@hubspot/ui-extensions";
import type { CardAction } from "../../../../src/view/card-action.ts";
import { useAct } from "../actions.tsx";

type Props = {
  readonly action: CardAction;
  /** Another contact than the card's own. */
  readonly objectId?: string;
  readonly variant?: "primary" | "secondary";
  readonly isDisabled?: boolean;
  readonly children: string;
  readonly testId?: string;
};

/** Does one thing at a press, and shows that it is under way until the decision is there. */
export function ActButton({ action, objectId, variant, isDisabled, children, testId }: Props) {
  const { press, isMine, isBlocked } = useAct(action, objectId);
  return (
    <LoadingButton
      size="xs"
      variant={variant ?? "secondary"}
      loading={isMine}
      disabled={isDisabled === true || isBlocked}
      onClick={press}
      {...(testId === undefined ? {} : { testId })}
    >
      {children}
    </LoadingButton>
  );
}
