/** Domains of addresses people have privately; HubSpot ties no company to them. */
export const freeMailDomains: ReadonlySet<string> = new Set(
  (
    "gmail.com googlemail.com yahoo.com yahoo.co.uk ymail.com hotmail.com hotmail.co.uk outlook.com live.com " +
    "msn.com aol.com icloud.com me.com mac.com mail.com gmx.com gmx.de gmx.net web.de t-online.de proton.me " +
    "protonmail.com zoho.com fastmail.com comcast.net verizon.net att.net sbcglobal.net qq.com 163.com mail.ru yandex.ru"
  ).split(" "),
);
