// Signs in to the demonstration as its start page says, one person for each role.

// Everybody whom the start page offers, with what is needed to sign in.
export async function demoPeople(page, address) {
  await page.goto(address + "/");
  return page.$$eval(".nl-demo-people tbody tr", (rows) => rows.map((row) => {
    const [who, how] = row.children;
    const [name, password, code] = [...how.querySelectorAll("code")].map((one) => one.textContent);
    return { role: who.firstChild.textContent, name, password, code };
  }));
}

// The personal links of an invented child and a parent that the start page offers, with their words.
export async function demoLinks(page, address) {
  await page.goto(address + "/");
  return page.$$eval(".nl-demo-link", (all) => all.map((one) => ({
    role: one.firstChild.textContent.replace(/: $/, ""),
    path: new URL(one.querySelector("a").href).pathname,
    words: one.querySelector("code").textContent,
  })));
}

// Ends on the page of whoever the link is.
export async function comeByLink(page, address, link) {
  await page.goto(address + link.path);
  await page.fill("#words", link.words);
  await Promise.all([page.waitForNavigation(), page.click("main button[type=submit]:not(.govuk-password-input__toggle)")]);
  if (new URL(page.url()).pathname !== "/mine") throw new Error(`${link.role} does not come in: ${await page.locator("main").innerText()}`);
}

// Ends on the page that comes after signing in. A code works once: when it was used in this half minute, the
// next one is waited for.
export async function signIn(page, address, person) {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const { code } = (await demoPeople(page, address)).find((one) => one.name === person.name);
    await page.goto(address + "/sign-in");
    await page.fill("#name", person.name);
    await page.fill("#password", person.password);
    await Promise.all([page.waitForNavigation(), page.click("main button[type=submit]:not(.govuk-password-input__toggle)")]);
    await page.fill("#code", code);
    await Promise.all([page.waitForNavigation(), page.click("main button[type=submit]")]);
    if (!page.url().includes("/sign-in")) return;
    await page.waitForTimeout(10000);
  }
  throw new Error(`${person.name} cannot sign in: ${await page.locator("main").innerText()}`);
}
