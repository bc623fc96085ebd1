import type { ReactNode } from "react";
import { type Drawn, handlerOf, isRow, testMark, textOf } from "./props.ts";
import { extensionEvent, useReactions, useSurface } from "./surface.ts";
import { WithOverlay } from "./WithOverlay.tsx";

export function Button(props: Drawn) {
  const { type, href } = props;
  const { addressOf } = useSurface();
  const reactions = useReactions();
  const act = (press: () => void) => {
    press();
    handlerOf(props["onClick"])(extensionEvent("click"), reactions);
    const { url, isExternal } = hrefOf(href);
    if (url === "") return;
    const address = addressOf(url);
    if (address !== null) return location.assign(address);
    window.open(url, isExternal ? "_blank" : "_self", "noopener");
  };
  return (
    <WithOverlay overlay={props["overlay"]}>
      {(press, describedBy) => (
        <button
          type={type === "submit" || type === "reset" ? type : "button"}
          className={`${textOf(props["variant"]) || "secondary"} ${textOf(props["size"])}`}
          disabled={Boolean(props["disabled"])}
          aria-describedby={describedBy}
          onClick={() => act(press)}
          {...testMark(props["testId"])}
        >
          {props.children}
        </button>
      )}
    </WithOverlay>
  );
}

export function LoadingButton(props: Drawn) {
  const { loading, children, ...rest } = props;
  if (!loading) return <Button {...rest}>{children}</Button>;
  return (
    <span className="carrier" aria-busy="true">
      <button
        type="button"
        className={`${textOf(rest["variant"]) || "secondary"} spinner`}
        disabled
        {...testMark(rest["testId"])}
      >
        {children}
      </button>
    </span>
  );
}

export function ButtonRow({ testId, children }: Drawn) {
  return (
    <div className="button-row" {...testMark(testId)}>
      {children}
    </div>
  );
}

export function Link(props: Drawn) {
  const { addressOf } = useSurface();
  const reactions = useReactions();
  const { url, isExternal } = hrefOf(props["href"]);
  const inside = addressOf(url);
  const leaves = inside === null && url !== "";
  return (
    <WithOverlay overlay={props["overlay"]}>
      {(press, describedBy) => (
        <a
          href={inside ?? (url || "#")}
          className={textOf(props["variant"]) || "primary"}
          aria-describedby={describedBy}
          {...(leaves && { target: "_blank", rel: "noopener" })}
          onClick={(event) => {
            if (props["preventDefault"] || url === "") event.preventDefault();
            press();
            handlerOf(props["onClick"])(extensionEvent("click"), reactions);
          }}
          {...testMark(props["testId"])}
        >
          {props.children}
          {leaves && isExternal ? <span aria-hidden="true"> ↗</span> : null}
        </a>
      )}
    </WithOverlay>
  );
}

export function Tag(props: Drawn) {
  const reactions = useReactions();
  const className = `tag ${textOf(props["variant"]) || "default"}`;
  const isPressed = typeof props["onClick"] === "function";
  return (
    <WithOverlay overlay={props["overlay"]}>
      {(press, describedBy): ReactNode =>
        isPressed || props["overlay"] ? (
          <button
            type="button"
            className={className}
            aria-describedby={describedBy}
            onClick={() => {
              press();
              handlerOf(props["onClick"])(extensionEvent("click"), reactions);
            }}
            {...testMark(props["testId"])}
          >
            {props.children}
          </button>
        ) : (
          <span className={className} {...testMark(props["testId"])}>
            {props.children}
          </span>
        )
      }
    </WithOverlay>
  );
}

function hrefOf(href: unknown): { readonly url: string; readonly isExternal: boolean } {
  if (isRow(href)) return { url: textOf(href["url"]), isExternal: Boolean(href["external"]) };
  const url = textOf(href);
  return { url, isExternal: /^https?:\/\/(?!app[^/]*\.hubspot\.com)/u.test(url) };
}
