const freeMail: ReadonlySet<string> = new Set(
  (
    "gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.ca ymail.com rocketmail.com hotmail.com hotmail.co.uk " +
    "outlook.com live.com msn.com aol.com icloud.com me.com mac.com mail.com gmx.com gmx.de gmx.net web.de " +
    "t-online.de proton.me protonmail.com pm.me zoho.com fastmail.com hey.com tutanota.com comcast.net verizon.net " +
    "att.net bellsouth.net sbcglobal.net cox.net charter.net earthlink.net btinternet.com shaw.ca rogers.com " +
    "qq.com 163.com 126.com mail.ru yandex.ru yandex.com"
  ).split(" "),
);

export type EmailKind = "business" | "free-mail" | "education";

/** What kind of address this is; `null` when it is not an address. */
export function emailKind(email: string): EmailKind | null {
  const domain = emailDomain(email);
  if (domain === null) return null;
  if (freeMail.has(domain)) return "free-mail";
  return /(?:^|\.)(?:edu|ac|k12)(?:\.[a-z]{2})+$|\.edu$/u.test(domain) ? "education" : "business";
}

/** The part after the `@`, in lower case; `null` when it is not an address. */
export function emailDomain(email: string): string | null {
  return (
    /^[^\s@]+@(?<domain>[^\s@]+\.[^\s@]+)$/u.exec(email.trim().toLowerCase())?.groups?.["domain"] ??
    null
  );
}
