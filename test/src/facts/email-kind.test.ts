import { emailDomain, emailKind } from "../../../src/facts/email-kind.ts";

test.each([
  ["dana@lakesidecardio.com", "business"],
  ["Dana.W@LakesideCardio.com ", "business"],
  ["info@lakesidecardio.com", "shared"],
  ["front.desk@lakesidecardio.com", "shared"],
  ["billing+intake@lakesidecardio.com", "shared"],
  ["dana.info@lakesidecardio.com", "business"],
  ["dana@gmail.com", "free-mail"],
  ["info@gmail.com", "free-mail"],
  ["dana@yahoo.co.uk", "free-mail"],
  ["dana@hotmail.fr", "free-mail"],
  ["dana@mailinator.com", "free-mail"],
  ["dana@notgmail.com", "business"],
  ["dana@gmail.com.example.org", "business"],
  ["dana@ucsf.edu", "education"],
  ["dana@med.ox.ac.uk", "education"],
  ["dana@district.k12.ca.us", "education"],
  ["dana@education.com", "business"],
])("%j is %s", (email, expected) => {
  expect(emailKind(email)).toBe(expected);
});

test.each(["", "dana", "dana@", "@lakeside.com", "dana@lakeside", "a b@lakeside.com", "a@b..com"])(
  "%j is no address",
  (text) => {
    expect([emailKind(text), emailDomain(text)]).toEqual([null, null]);
  },
);
