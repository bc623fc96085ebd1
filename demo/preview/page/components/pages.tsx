import { pagePath } from "../links.ts";
import { Button, Link } from "./buttons.tsx";
import { type Drawn, textOf } from "./props.ts";

// What HubSpot offers on an app's home and pages only.

export function HeaderActions({ children }: Drawn) {
  return <div className="button-row header-actions">{children}</div>;
}

export function PrimaryHeaderActionButton(props: Drawn) {
  return (
    <Button {...props} variant="primary">
      {props.children}
    </Button>
  );
}

export const SecondaryHeaderActionButton = Button;

export function PageHeader({ children }: Drawn) {
  return <div className="button-row header-actions">{children}</div>;
}

export function PageHeaderPrimaryAction({ children }: Drawn) {
  return <>{children}</>;
}

export const PageHeaderSecondaryActions = PageHeaderPrimaryAction;
export const PageHeaderLink = Button;
export const PageHeaderPageLink = PageLink;
export const PageBreadcrumbsPageLink = PageLink;

export function PageBreadcrumbs({ children }: Drawn) {
  return (
    <nav aria-label="Breadcrumbs" className="breadcrumbs">
      {children}
    </nav>
  );
}

export function PageBreadcrumbsCurrent({ children }: Drawn) {
  return <span aria-current="page">{children}</span>;
}

export function PageTitle({ children }: Drawn) {
  return <h2>{children}</h2>;
}

/** A page of the app's own, by its path: the part of the address after `#`. */
export function PageLink({ to, params, children }: Drawn) {
  return <Link href={`#${pagePath(textOf(to), params)}`}>{children}</Link>;
}
