const freeMail: ReadonlySet<string> = new Set(
  (
    "gmail.com googlemail.com ymail.com rocketmail.com live.com live.co.uk live.ca msn.com passport.com aol.com aim.com " +
    "icloud.com me.com mac.com mail.com email.com usa.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de " +
    "freenet.de proton.me protonmail.com pm.me zoho.com fastmail.com fastmail.fm hey.com tutanota.com tuta.io " +
    "hushmail.com inbox.com comcast.net verizon.net att.net bellsouth.net sbcglobal.net cox.net charter.net " +
    "earthlink.net optonline.net optimum.net frontier.com frontiernet.net windstream.net centurylink.net juno.com " +
    "netzero.net mindspring.com roadrunner.com rr.com twc.com suddenlink.net embarqmail.com btinternet.com " +
    "virginmedia.com sky.com shaw.ca rogers.com telus.net bell.net sympatico.ca videotron.ca orange.fr free.fr " +
    "laposte.net wanadoo.fr sfr.fr libero.it virgilio.it tiscali.it telenet.be ziggo.nl bluewin.ch bigpond.com " +
    "optusnet.com.au xtra.co.nz uol.com.br bol.com.br terra.com.br rediffmail.com naver.com daum.net qq.com 163.com " +
    "126.com sina.com mail.ru bk.ru list.ru yandex.ru yandex.com seznam.cz wp.pl onet.pl " +
    // Thrown away after one use.
    "mailinator.com guerrillamail.com 10minutemail.com yopmail.com temp-mail.org trashmail.com sharklasers.com"
  ).split(" "),
);
/** Providers with a domain in every country. */
const freeMailAnywhere = /^(?:yahoo|hotmail|outlook)\.[a-z]{2,3}(?:\.[a-z]{2})?$/u;
const education = /(?:^|\.)(?:edu|ac|k12)(?:\.[a-z]{2})+$|\.edu$/u;
/** Names of desks, not of people. */
const desks: ReadonlySet<string> = new Set(
  (
    "info information contact contactus hello hi mail email office admin administrator administration reception " +
    "frontdesk front.desk team support help helpdesk service customerservice sales marketing press media news " +
    "newsletter webmaster postmaster noreply no-reply donotreply billing accounting accounts accountspayable ap ar " +
    "invoices finance hr jobs careers recruiting purchasing procurement orders appointments scheduling referrals " +
    "intake records medicalrecords it itsupport compliance privacy legal enquiries inquiries general clinic"
  ).split(" "),
);

/**
 * - `business`: somebody's address at an organisation;
 * - `shared`: a desk's address there, such as `info@`: it is nobody's own;
 * - `free-mail`: of a provider for everybody; it never makes an account;
 * - `education`: at a school or university, their hospitals included.
 */
export type EmailKind = "business" | "shared" | "free-mail" | "education";

/** What kind of address this is; `null` when it is not an address. */
export function emailKind(email: string): EmailKind | null {
  const domain = emailDomain(email);
  if (domain === null) return null;
  if (freeMail.has(domain) || freeMailAnywhere.test(domain)) return "free-mail";
  const [name = ""] = email.trim().toLowerCase().split(/[@+]/u);
  if (desks.has(name)) return "shared";
  return education.test(domain) ? "education" : "business";
}

/** The part after the `@`, in lower case; `null` when it is not an address. */
export function emailDomain(email: string): string | null {
  return (
    /^[^\s@]+@(?<domain>[^\s@.]+(?:\.[^\s@.]+)+)$/u.exec(email.trim().toLowerCase())?.groups?.[
      "domain"
    ] ?? null
  );
}
