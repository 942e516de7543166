// Signing in wrongly and rightly, and everything that one can do to one's own account, step by step.
import { demoPeople, signIn } from "../people.mjs";

const role = "Service analyst";

export default async function signInJourney({ page, address, axe }) {
  const faults = [];
  const check = async (what) => faults.push(...(await axe()).map((fault) => `${what}: ${fault}`));
  const see = async (words) => {
    if (!(await page.locator("main").innerText()).includes(words)) faults.push(`"${words}" is not on ${page.url()}`);
  };
  const send = () => Promise.all([page.waitForNavigation(), page.locator("main form button[type=submit]").last().click()]);

  const person = (await demoPeople(page, address)).find((one) => one.role === role);
  await page.goto(`${address}/account/sessions`);
  await see("Work e-mail address");
  await page.fill("#name", person.name);
  await page.fill("#password", "not the password");
  await send();
  await see("The e-mail address or the password is not right");
  await check("a wrong password");
  await page.fill("#password", person.password);
  await send();
  await see("Enter the code from your authenticator app");
  await check("the code");
  await page.fill("#code", "000 000");
  await send();
  await see("That code is not right");
  await check("a wrong code");
  await page.click("text=Use a recovery code instead");
  await check("a recovery code");
  await page.fill("#code", "aaaaa-bbbbb");
  await send();
  await see("That recovery code is not right");

  await signIn(page, address, person);
  await see("Your account");
  await check("the account");
  await page.goto(`${address}/account/password`);
  await page.fill("#present", person.password);
  await page.fill("#password", "password1234");
  await send();
  await see("among the first to be guessed");
  await check("a common password");

  await page.goto(`${address}/account/second-factor`);
  await page.fill("#password", person.password);
  await send();
  await see("Add Northlight to your authenticator app");
  await check("the QR code");
  if ((await page.locator("svg.nl-qr").boundingBox()).width < 200) faults.push("the QR code is too small to scan");

  await page.goto(`${address}/account/recovery-codes`);
  await page.fill("#password", person.password);
  await send();
  await see("Keep your recovery codes");
  await check("recovery codes");
  if ((await page.locator(".nl-codes li").count()) !== 10) faults.push("there are not ten recovery codes");

  await page.goto(`${address}/account/sessions`);
  await see("This is the one you use now");
  await check("sessions");
  await page.locator(".nl-visitor__out").click();
  await page.waitForURL(`${address}/`);
  await page.goto(`${address}/account`);
  await see("Work e-mail address");
  return faults;
}
